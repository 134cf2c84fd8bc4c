package org.copyflow.formats.markdown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.charset.TextDecoder;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.formats.newspaper.LinesExplained;
import org.copyflow.formats.newspaper.NewspaperPage;
import org.copyflow.formats.newspaper.PageLine;
import org.copyflow.formats.newsroom.Names;
import org.copyflow.formats.newsroom.StatedDates;
import org.copyflow.formats.rights.StatedRights;
import org.jspecify.annotations.Nullable;

/// Reads Markdown: one article with front matter, or a newspaper page of several without.
public final class MarkdownReader implements FormatReader {

    @Override
    public String name() {
        return "Markdown";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/markdown", "text/x-markdown");
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        return identity(FrontMatter.of(TextDecoder.decode(document)), document);
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        FrontMatter front = FrontMatter.of(TextDecoder.decode(document));
        List<PageLine> lines = MarkdownLines.of(front.body());
        List<SourceArticle> articles = articles(front, lines);
        if (articles.isEmpty()) {
            throw new UnreadableDocumentException(
                    "no-text", "The Markdown holds no paragraph of text; push the article's text with it.");
        }
        List<SourceArticle> told =
                articles.stream().map(article -> told(article, document)).toList();
        return new SourceDocument(identity(front, document), told);
    }

    @Override
    public Explanation explain(PushedDocument document) {
        FrontMatter front = FrontMatter.of(TextDecoder.decode(document));
        List<SourceArticle> articles = articles(front, MarkdownLines.of(front.body()));
        String readAs =
                front.first("title", "headline") == null ? "newspaper page in Markdown" : "article with front matter";
        return LinesExplained.of(readAs, front.body().lines().toList(), articles);
    }

    private static List<SourceArticle> articles(FrontMatter front, List<PageLine> lines) {
        String title = front.first("title", "headline");
        if (title == null) {
            return NewspaperPage.read(lines).stream()
                    .map(article -> withFront(article, front))
                    .toList();
        }
        boolean repeated = !lines.isEmpty() && lines.getFirst().text().equalsIgnoreCase(title);
        return NewspaperPage.readOne(repeated ? lines.subList(1, lines.size()) : lines)
                .map(article -> List.of(withFront(article, front)))
                .orElse(List.of());
    }

    private static @Nullable Rights rights(FrontMatter front) {
        return new StatedRights()
                .notice(front.first("copyright", "rights"))
                .licence(front.first("license", "licence"))
                .build();
    }

    private static ItemIdentity identity(FrontMatter front, PushedDocument document) {
        String uri = front.first("uri", "guid", "id", "url", "canonical", "link");
        StatedTime created = time(front.first("versioncreated", "updated", "lastmod", "modified"));
        StatedTime embargo = time(front.first("embargo", "embargoed"));
        return new ItemIdentity(
                uri == null ? document.url() : uri,
                version(front.first("version")),
                instant(created),
                status(front.first("status", "pubstatus")),
                instant(embargo));
    }

    private static @Nullable Instant instant(@Nullable StatedTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Long version(@Nullable String text) {
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }

    private static ArticleStatus status(@Nullable String text) {
        if (text == null) {
            return ArticleStatus.USABLE;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "withheld", "draft" -> ArticleStatus.WITHHELD;
            case "canceled", "cancelled", "killed", "withdrawn" -> ArticleStatus.CANCELED;
            default -> ArticleStatus.USABLE;
        };
    }

    private static @Nullable StatedTime time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StatedDates.Found found = StatedDates.find(text);
        return found == null ? null : found.time();
    }

    /// What the front matter states goes before what the text shows.
    private static SourceArticle withFront(SourceArticle article, FrontMatter front) {
        var people = new ArrayList<Byline>();
        for (String key : List.of("author", "authors", "byline")) {
            front.all(key).forEach(value -> Names.split(value).forEach(n -> people.add(new Byline(n, Byline.AUTHOR))));
        }
        front.all("editor").forEach(value -> people.add(new Byline(value, Byline.EDITOR)));
        StatedTime published = time(front.first("date", "published", "publishedat"));
        StatedTime updated = time(front.first("updated", "lastmod", "modified"));
        String title = front.first("title", "headline");
        SourceArticle.Builder builder = SourceArticle.builder()
                .title(title == null ? article.title() : title)
                .kicker(or(front.first("kicker"), article.kicker()))
                .section(or(front.first("section", "category"), article.section()))
                .publisher(or(front.first("publisher", "source"), article.publisher()))
                .language(front.first("language", "lang"))
                .url(or(front.first("url", "canonical", "link"), article.url()))
                .rights(rights(front))
                .bylineText(article.bylineText())
                .publishedAt(published == null ? article.publishedAt() : published)
                .updatedAt(updated == null ? article.updatedAt() : updated)
                .blocks(article.blocks())
                .continuedFrom(article.continuedFrom());
        (people.isEmpty() ? article.bylines() : people).forEach(builder::byline);
        article.captions().forEach(builder::caption);
        article.notes().forEach(builder::note);
        article.evidence().forEach(builder::evidence);
        front.values().keySet().forEach(key -> builder.evidence(key, "front matter"));
        return builder.build();
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    /// What the caller said of the document, where the document itself does not say it.
    private static SourceArticle told(SourceArticle article, PushedDocument document) {
        return article.orAsTold(document.url(), document.language());
    }
}
