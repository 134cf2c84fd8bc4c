package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Block;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;

/// The lines of a text, recognised each alone and then by their neighbours: what stands twice beside itself is a
/// caption or a headline, what is cut from the next line goes, a label takes its value from the next line.
final class TextLines {

    private static final int MIN_CUT_COPY_CHARS = 20;
    private static final int MIN_CAPTION_WORDS = 7;
    private static final int MAX_LABEL_CHARS = 24;

    private TextLines() {}

    static List<TextLine> of(List<String> raw) {
        List<String> joined = joinLabels(raw);
        List<TextLine> lines = recognise(joined);
        lines = withoutCopies(lines);
        readCode(lines);
        return lines;
    }

    /// `Original link:` and the address below it are one line.
    private static List<String> joinLabels(List<String> raw) {
        var joined = new ArrayList<String>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            String line = raw.get(i);
            boolean label = line.length() <= MAX_LABEL_CHARS && (line.endsWith(":") || line.endsWith("："));
            if (label && i + 1 < raw.size()) {
                String both = line + " " + raw.get(i + 1);
                PrintedLine printed = TextLine.of(both).printed();
                if (printed instanceof PrintedLine.Metadata) {
                    joined.add(both);
                    i++;
                    continue;
                }
            }
            joined.add(line);
        }
        return joined;
    }

    private static List<TextLine> recognise(List<String> raw) {
        var lines = new ArrayList<TextLine>(raw.size());
        List<String> titles = raw.stream()
                .limit(200)
                .filter(line -> line.length() < 200 && Prose.words(line) > 2)
                .toList();
        for (String line : raw) {
            TextLine whole = TextLine.of(line);
            if (!whole.isText() || !whole.isParagraph()) {
                lines.add(whole);
                continue;
            }
            GluedMetadata cut = GluedMetadata.cut(line, titles);
            if (LostBreaks.areIn(cut.body())) {
                for (TextBlock block : LostBreaks.restore(cut.body())) {
                    lines.add(new TextLine(
                            block.text(),
                            new PrintedLine.Text(block.text()),
                            block.type() == Block.Type.HEADING,
                            false));
                }
            } else {
                lines.add(TextLine.of(cut.body()));
            }
            cut.lines().forEach(found -> lines.add(new TextLine("", found, false, false)));
        }
        return lines;
    }

    /// Copies beside each other become one; a copy that is cut short goes.
    private static List<TextLine> withoutCopies(List<TextLine> lines) {
        var kept = new ArrayList<TextLine>(lines.size());
        for (TextLine line : lines) {
            TextLine last = kept.isEmpty() ? null : kept.getLast();
            if (last != null && !line.text().isEmpty() && last.text().equals(line.text())) {
                kept.set(kept.size() - 1, last.twice());
                continue;
            }
            if (last != null && isCutCopy(last.text(), line.text())) {
                kept.removeLast();
            }
            kept.add(line);
        }
        for (int i = 0; i < kept.size(); i++) {
            TextLine line = kept.get(i);
            if (line.repeated() && line.isText() && Prose.words(line.text()) >= MIN_CAPTION_WORDS && follows(kept, i)) {
                kept.set(i, line.as(new PrintedLine.PictureText(line.text(), null)));
            }
        }
        return kept;
    }

    private static boolean isCutCopy(String first, String second) {
        return first.length() >= MIN_CUT_COPY_CHARS
                && second.length() > first.length()
                && second.startsWith(first)
                && !Prose.endsSentence(first);
    }

    /// A line that stands twice is a headline before the text and a caption in it.
    private static boolean follows(List<TextLine> lines, int at) {
        return lines.subList(0, at).stream().anyMatch(TextLine::isParagraph);
    }

    /// A line between two lines of code is code.
    private static void readCode(List<TextLine> lines) {
        for (int i = 1; i + 1 < lines.size(); i++) {
            boolean between = lines.get(i - 1).printed() instanceof PrintedLine.Code
                    && (lines.get(i + 1).printed() instanceof PrintedLine.Code
                            || (i + 2 < lines.size() && lines.get(i + 2).printed() instanceof PrintedLine.Code));
            if (between && lines.get(i).isText() && !lines.get(i).isParagraph()) {
                lines.set(i, lines.get(i).as(new PrintedLine.Code()));
            }
        }
    }
}
