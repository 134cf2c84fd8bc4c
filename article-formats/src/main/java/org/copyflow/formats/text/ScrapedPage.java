package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Note;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.newsroom.Bylines;
import org.copyflow.formats.newsroom.CutSentence;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;
import org.jspecify.annotations.Nullable;

/// The article among what a scraper left of a web page: the run of lines with the most prose is its body, the lines
/// over it state its title and times, captions and remarks go into their fields, the rest is dropped. Not thread-safe.
final class ScrapedPage {

    private static final int MAX_SUBHEAD_WORDS = 14;
    private static final int MENU_RUN = 3;

    /// So many lines below the text may still speak of it.
    private static final int METADATA_LINES = 12;

    private final List<TextLine> lines;
    private final BodyWindow window;
    private final ScrapedHead head;
    private final SourceArticle.Builder builder = SourceArticle.builder();
    private final List<TextBlock> blocks = new ArrayList<>();
    private final Map<String, Caption> captions = new LinkedHashMap<>();
    private final Set<Byline> bylines = new LinkedHashSet<>();
    private @Nullable String statedTitle;
    private @Nullable String bylineText;
    private boolean published;
    private boolean updated;
    private boolean sourced;
    private Note.@Nullable Kind remarkBelow;

    private ScrapedPage(List<TextLine> lines) {
        this.lines = lines;
        var letters = new StringBuilder();
        lines.stream().filter(TextLine::isParagraph).forEach(line -> letters.append(line.text()));
        boolean eastAsian = Prose.isEastAsian(letters);
        this.window = BodyWindow.of(lines, eastAsian);
        this.head = new ScrapedHead(lines, window.start(), eastAsian);
    }

    static List<SourceArticle> read(List<TextLine> lines) {
        var page = new ScrapedPage(lines);
        return page.window.end() == 0 ? List.of() : List.of(page.read());
    }

    private SourceArticle read() {
        for (int i = 0; i < lines.size(); i++) {
            readMetadata(lines.get(i), i >= window.end() + METADATA_LINES);
        }
        int title = head.title(statedTitle);
        if (title >= 0) {
            builder.title(lines.get(title).text()).evidence("title", "line over the text");
        } else if (statedTitle != null) {
            builder.title(statedTitle).evidence("title", "stated");
        }
        for (int i = Math.max(0, title + 1); i < window.start(); i++) {
            readAround(lines.get(i));
        }
        if (bylines.stream().noneMatch(byline -> byline.role().equals(Byline.AUTHOR)) && title >= 0) {
            bylines.addAll(head.loneAuthors(title));
        }
        for (int i = window.start(); i < window.end(); i++) {
            readBody(i);
        }
        for (int i = window.end(); i < lines.size() && !isOver(lines.get(i)); i++) {
            readAround(lines.get(i));
        }
        if (!blocks.isEmpty()) {
            bylines.addAll(Bylines.inDateline(blocks.getFirst().text()));
        }
        bylines.forEach(builder::byline);
        captions.values().forEach(builder::caption);
        return builder.bylineText(bylineText).blocks(blocks).build();
    }

    private static boolean isOver(TextLine line) {
        return line.printed() instanceof PrintedLine.EndOfArticle || line.printed() instanceof PrintedLine.Code;
    }

    /// @param footer true where the line stands so far below the text that only the page's address is to be trusted
    private void readMetadata(TextLine line, boolean footer) {
        if (!(line.printed() instanceof PrintedLine.Metadata found)) {
            return;
        }
        if (found.url() != null) {
            builder.url(found.url()).evidence("url", "stated address");
        }
        if (footer) {
            return;
        }
        bylines.addAll(found.bylines());
        boolean authors =
                found.bylines().stream().anyMatch(byline -> byline.role().equals(Byline.AUTHOR));
        bylineText = bylineText == null && authors && !line.text().isEmpty() ? line.text() : bylineText;
        if (found.publisher() != null && !sourced) {
            builder.publisher(found.publisher()).evidence("publisher", "source line");
            sourced = true;
        }
        if (found.published() != null && !published) {
            builder.publishedAt(found.published()).evidence("publishedAt", "date line");
            published = true;
        }
        if (found.updated() != null && !updated) {
            builder.updatedAt(found.updated()).evidence("updatedAt", "date line");
            updated = true;
        }
        if (found.section() != null) {
            builder.section(found.section()).evidence("section", "section line");
        }
        statedTitle = found.title() == null ? statedTitle : found.title();
    }

    /// Captions, bylines and remarks count wherever they stand between title and footer.
    private void readAround(TextLine line) {
        switch (line.printed()) {
            case PrintedLine.PictureText(var text, var credit) ->
                captions.merge(text, new Caption(text, credit), (a, b) -> a.credit() == null ? b : a);
            case PrintedLine.Credits credits -> {
                bylineText = bylineText == null ? credits.text() : bylineText;
                bylines.addAll(credits.bylines());
                if (credits.publisher() != null && !sourced) {
                    builder.publisher(credits.publisher()).evidence("publisher", "byline");
                    sourced = true;
                }
            }
            case PrintedLine.Remark(var note) -> builder.note(note);
            case PrintedLine.RemarkHeading(var kind) -> remarkBelow = kind;
            case PrintedLine.ContinuedFrom(var page) -> builder.continuedFrom(page);
            default -> {}
        }
    }

    private void readBody(int at) {
        TextLine line = lines.get(at);
        if (!line.isText()) {
            readAround(line);
            return;
        }
        if (remarkBelow != null) {
            builder.note(new Note(remarkBelow, line.text()));
            remarkBelow = null;
            return;
        }
        if (!line.isShort() || line.restored()) {
            addText(line);
        } else if (CutSentence.isCut(lastText()) && Prose.startsLower(line.text())) {
            addText(line);
        } else if (isSubhead(at)) {
            blocks.add(TextBlock.heading(line.text()));
        } else if (shortRun(at) < MENU_RUN) {
            blocks.add(TextBlock.paragraph(line.text()));
        }
    }

    private String lastText() {
        return blocks.isEmpty() ? "" : blocks.getLast().text();
    }

    private void addText(TextLine line) {
        TextBlock last = blocks.isEmpty() ? null : blocks.getLast();
        if (line.restored()) {
            blocks.add(TextBlock.heading(line.text()));
        } else if (last != null
                && last.type() == Block.Type.PARAGRAPH
                && CutSentence.continues(last.text(), line.text())) {
            blocks.set(blocks.size() - 1, TextBlock.paragraph(CutSentence.join(last.text(), line.text())));
        } else {
            blocks.add(TextBlock.paragraph(line.text()));
        }
    }

    private boolean isSubhead(int at) {
        int next = at + 1;
        while (next < window.end() && !lines.get(next).isText()) {
            next++;
        }
        return next < window.end()
                && !lines.get(next).isShort()
                && shortRun(at) == 1
                && Prose.words(lines.get(at).text()) <= MAX_SUBHEAD_WORDS;
    }

    /// How many short lines stand together here.
    private int shortRun(int at) {
        int start = at;
        while (start > 0 && lines.get(start - 1).isShort()) {
            start--;
        }
        int end = at;
        while (end < lines.size() && lines.get(end).isShort()) {
            end++;
        }
        return end - start;
    }
}
