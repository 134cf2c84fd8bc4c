package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Note;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.newsroom.Bylines;
import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;

/// Text that is nothing but an article: its paragraphs as they stand, a headline where one stands apart over them, the
/// note on the author where one ends it.
final class CleanText {

    private static final int MAX_TITLE_WORDS = 30;

    private CleanText() {}

    static List<SourceArticle> read(String text) {
        List<String> paragraphs = Paragraphs.of(text);
        if (paragraphs.isEmpty()) {
            return List.of();
        }
        SourceArticle.Builder builder = SourceArticle.builder();
        var body = new ArrayList<>(paragraphs);
        if (body.size() > 1 && isTitle(body.get(0), body.get(1))) {
            builder.title(body.removeFirst()).evidence("title", "line over the text");
        }
        boolean noted = body.size() > 1
                && LineReader.read(body.getLast()) instanceof PrintedLine.Remark(var note)
                && note.kind() == Note.Kind.AUTHOR;
        if (noted) {
            builder.note(new Note(Note.Kind.AUTHOR, body.removeLast()));
        }
        Bylines.inDateline(body.getFirst()).forEach(builder::byline);
        body.forEach(paragraph -> builder.block(TextBlock.paragraph(paragraph)));
        return List.of(builder.build());
    }

    private static boolean isTitle(String first, String second) {
        char last = first.charAt(first.length() - 1);
        return Character.isLetterOrDigit(last)
                && Prose.words(first) <= MAX_TITLE_WORDS
                && Prose.words(first) > 1
                && !Prose.startsLower(first)
                && Prose.isParagraph(second);
    }
}
