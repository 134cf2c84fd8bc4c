package org.copyflow.formats.newspaper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Note;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.formats.explanation.Explanation.Part;
import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.PrintedLine;
import org.jspecify.annotations.Nullable;

/// What the lines of a page were taken as: each is looked for, by its letters and digits, in what the articles say.
public final class LinesExplained {

    private static final int MAX_LINES = 400;

    private final List<Field> fields = new ArrayList<>();

    /// What an article says somewhere.
    ///
    /// @param key its letters and digits
    private record Field(int article, String takenAs, String key) {}

    private LinesExplained(List<SourceArticle> articles) {
        for (int i = 0; i < articles.size(); i++) {
            add(i + 1, articles.get(i));
        }
    }

    /// @param readAs what the document was taken for
    /// @param lines its lines, empty ones among them
    public static Explanation of(String readAs, List<String> lines, List<SourceArticle> articles) {
        var explained = new LinesExplained(articles);
        var parts = new ArrayList<Part>();
        int more = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && parts.size() < MAX_LINES) {
                parts.add(explained.part(i + 1, line));
            } else {
                more += line.isEmpty() ? 0 : 1;
            }
        }
        return new Explanation(readAs, List.of(), parts, more);
    }

    private void add(int article, SourceArticle source) {
        field(article, "title", source.title());
        for (TextBlock block : source.blocks()) {
            field(article, block.type().name().toLowerCase(Locale.ROOT).replace('_', '-'), block.text());
        }
        for (Caption caption : source.captions()) {
            field(article, "caption", caption.text());
            field(article, "credit", caption.credit());
        }
        for (Note note : source.notes()) {
            field(article, "note", note.text());
        }
        field(article, "byline", source.bylineText());
        source.bylines().forEach(byline -> field(article, "byline", byline.name()));
        field(article, "kicker", source.kicker());
        field(article, "section", source.section());
        field(article, "publisher", source.publisher());
    }

    private void field(int article, String takenAs, @Nullable String text) {
        String key = text == null ? "" : key(text);
        if (!key.isEmpty()) {
            fields.add(new Field(article, takenAs, key));
        }
    }

    private Part part(int at, String line) {
        String key = key(line);
        Field same = null;
        Field within = null;
        int holds = 0;
        Field first = null;
        for (Field field : fields) {
            if (key.isEmpty()) {
                break;
            }
            same = same == null && field.key().equals(key) ? field : same;
            within = within == null && field.key().contains(key) ? field : within;
            if (key.contains(field.key())) {
                holds++;
                first = first == null ? field : first;
            }
        }
        String printed = printed(line);
        if (same != null) {
            return taken(at, same, null, line);
        } else if (within != null && !"furniture".equals(printed)) {
            return taken(at, within, "part of it: a cut was joined, or marks were taken off", line);
        } else if (first != null && !"furniture".equals(printed)) {
            String why = holds > 1 ? holds + " pieces of it were taken apart" : "with what was taken off it";
            return taken(at, first, why, line);
        }
        return printed == null || printed.equals("furniture")
                ? new Part(
                        at,
                        null,
                        Part.DROPPED,
                        printed == null ? "stands outside of every article" : printed,
                        null,
                        null,
                        line)
                : new Part(at, null, "fact", printed, null, null, line);
    }

    private static Part taken(int at, Field field, @Nullable String why, String line) {
        return new Part(at, field.article(), field.takenAs(), why, null, null, line);
    }

    /// What a line that is no text says by its make; null for text.
    private static @Nullable String printed(String line) {
        return switch (LineReader.read(line)) {
            case PrintedLine.Furniture _, PrintedLine.Code _, PrintedLine.EndOfArticle _ -> "furniture";
            case PrintedLine.Metadata _ -> "states times, source or people";
            case PrintedLine.Credits _ -> "a byline";
            case PrintedLine.PictureText _, PrintedLine.Credit _ -> "a caption or its credit";
            case PrintedLine.Remark _, PrintedLine.RemarkHeading _ -> "a remark or its heading";
            case PrintedLine.ContinuedFrom _ -> "where the article began";
            case PrintedLine.Text _ -> null;
        };
    }

    private static String key(String text) {
        var key = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
