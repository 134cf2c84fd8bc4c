package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.jspecify.annotations.Nullable;

/// What a variation says one of its articles is, as `key value` lines; what it does not say must not be there.
record ExpectedArticle(List<String> lines) {

    /// Each difference from an article that was read, as a sentence.
    List<String> differences(SourceArticle article) {
        var found = new ArrayList<String>();
        compare(found, "title", only("title"), article.title());
        compare(found, "kicker", only("kicker"), article.kicker());
        compare(found, "continued", only("continued"), article.continuedFrom());
        compare(found, "published", minute(only("published")), minute(iso(article.publishedAt())));
        compare(found, "updated", minute(only("updated")), minute(iso(article.updatedAt())));
        compare(found, "authors", all("author"), names(article, Byline.AUTHOR));
        compare(found, "editors", all("editor"), names(article, Byline.EDITOR));
        compare(found, "headings", all("heading"), texts(article, Block.Type.HEADING));
        compare(
                found,
                "captions",
                all("caption"),
                article.captions().stream()
                        .map(caption -> caption.text() + " | " + caption.credit())
                        .toList());
        compareWhereStated(found, "section", article.section());
        compareWhereStated(found, "publisher", article.publisher());
        compareWhereStated(found, "url", article.url());
        compareWhereStated(
                found, "paragraphs", "" + texts(article, Block.Type.PARAGRAPH).size());
        compareText(
                found,
                String.join(
                        "\n\n", article.blocks().stream().map(TextBlock::text).toList()));
        compareNotes(found, article);
        return found;
    }

    private void compareText(List<String> found, String text) {
        if (!text.startsWith(Objects.requireNonNullElse(only("starts"), ""))) {
            found.add("begins with " + text.substring(0, Math.min(60, text.length())));
        }
        if (!text.endsWith(Objects.requireNonNullElse(only("ends"), ""))) {
            found.add("ends with " + text.substring(Math.max(0, text.length() - 60)));
        }
        all("has").stream().filter(part -> !text.contains(part)).forEach(part -> found.add("has not: " + part));
        all("not").stream().filter(text::contains).forEach(part -> found.add("still has: " + part));
    }

    private void compareNotes(List<String> found, SourceArticle article) {
        for (String note : all("note")) {
            boolean there = article.notes().stream()
                    .map(n -> n.kind().name().toLowerCase(Locale.ROOT) + " | " + n.text())
                    .anyMatch(n -> n.startsWith(note));
            if (!there) {
                found.add("no note " + note + " among " + article.notes());
            }
        }
    }

    private void compareWhereStated(List<String> found, String key, @Nullable String actual) {
        if (only(key) != null) {
            compare(found, key, only(key), actual);
        }
    }

    private static void compare(List<String> found, String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            found.add(what + " is " + actual + ", not " + expected);
        }
    }

    private static List<String> names(SourceArticle article, String role) {
        return article.bylines().stream()
                .filter(byline -> byline.role().equals(role))
                .map(Byline::name)
                .toList();
    }

    private static List<String> texts(SourceArticle article, Block.Type type) {
        return article.blocks().stream()
                .filter(block -> block.type() == type)
                .map(TextBlock::text)
                .toList();
    }

    private static @Nullable String iso(@Nullable StatedTime time) {
        return time == null ? null : time.iso();
    }

    /// Without seconds: a document that states none is not held to any.
    private static @Nullable String minute(@Nullable String iso) {
        return iso == null || iso.length() < 17 ? iso : iso.replaceFirst("(T\\d\\d:\\d\\d):\\d\\d", "$1");
    }

    private @Nullable String only(String key) {
        List<String> values = all(key);
        return values.isEmpty() ? null : values.getFirst();
    }

    private List<String> all(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
