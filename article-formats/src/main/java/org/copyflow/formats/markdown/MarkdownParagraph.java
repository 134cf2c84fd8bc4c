package org.copyflow.formats.markdown;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.newspaper.PageLine;
import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;
import org.jspecify.annotations.Nullable;

/// The lines of one Markdown paragraph: a bold line is a heading, a byline or a caption stands alone, lines that end
/// their sentences are paragraphs, and lines that do not were only wrapped.
final class MarkdownParagraph {

    private static final int MAX_BOLD_WORDS = 24;
    private static final double MOSTLY = 0.6;

    private MarkdownParagraph() {}

    static List<PageLine> lines(InlineText inline, PageLine.Kind kind) {
        List<InlineText.Line> raw = inline.lines();
        boolean separate = endSentences(raw);
        var lines = new ArrayList<PageLine>();
        var open = new StringBuilder();
        for (InlineText.Line line : raw) {
            boolean cut = !open.isEmpty() && !Prose.endsSentence(open.toString());
            PageLine alone = alone(line, cut, kind);
            if (alone != null) {
                flush(open, kind, lines);
                lines.add(alone);
                continue;
            }
            if (separate && !cut) {
                flush(open, kind, lines);
            }
            open.append(open.isEmpty() || isEastAsian(open, line.text()) ? "" : " ")
                    .append(line.text());
        }
        flush(open, kind, lines);
        return lines;
    }

    private static boolean endSentences(List<InlineText.Line> lines) {
        long ending =
                lines.stream().filter(line -> Prose.endsSentence(line.text())).count();
        return lines.size() > 1 && ending >= lines.size() * MOSTLY;
    }

    private static @Nullable PageLine alone(InlineText.Line line, boolean cut, PageLine.Kind kind) {
        if (kind != PageLine.Kind.PARAGRAPH) {
            return null;
        }
        if (line.bold() && Prose.words(line.text()) <= MAX_BOLD_WORDS) {
            return PageLine.heading(PageLine.BOLD_LEVEL, line.text());
        }
        PrintedLine printed = LineReader.read(line.text());
        boolean text = printed instanceof PrintedLine.Text;
        boolean maybeProse = printed instanceof PrintedLine.Credits || printed instanceof PrintedLine.Metadata;
        return text || (cut && maybeProse) ? null : PageLine.paragraph(line.text());
    }

    private static boolean isEastAsian(StringBuilder before, String after) {
        return Prose.isIdeograph(after.charAt(0)) && Prose.isEastAsian(before);
    }

    private static void flush(StringBuilder open, PageLine.Kind kind, List<PageLine> lines) {
        if (!open.isEmpty()) {
            lines.add(new PageLine(kind, 0, open.toString()));
            open.setLength(0);
        }
    }
}
