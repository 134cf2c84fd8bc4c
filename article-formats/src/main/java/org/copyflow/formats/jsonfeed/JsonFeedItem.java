package org.copyflow.formats.jsonfeed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.fields.Extensions;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.fields.LeadPicture;
import org.copyflow.formats.fields.MachineTimes;
import org.copyflow.formats.json.JsonFields;
import tools.jackson.databind.JsonNode;

/// One item, with the feed that says what the item does not.
record JsonFeedItem(JsonFields feed, JsonFields item) {

    private static final Set<String> HELD =
            Set.of("id", "url", "title", "content_html", "content_text", "date_published", "date_modified", "language");

    ItemIdentity identity(PushedDocument document) {
        String uri = item.text("id", "url");
        return new ItemIdentity(
                uri == null ? document.url() : uri,
                null,
                MachineTimes.readInstant(item.text("date_modified")),
                ArticleStatus.USABLE,
                null);
    }

    SourceArticle article(PushedDocument document) {
        StatedTime published = MachineTimes.read(item.text("date_published"));
        StatedTime modified = MachineTimes.read(item.text("date_modified"));
        boolean changed = modified != null && (published == null || modified.compareTo(published) > 0);
        String url = item.text("url");
        String language = item.text("language");
        String all = language == null ? feed.text("language") : language;
        FragmentBody body = body();
        var article = SourceArticle.builder()
                .title(item.text("title"))
                .publisher(feed.text("title"))
                .language(all == null ? document.language() : all)
                .url(url == null ? document.url() : url)
                .publishedAt(published)
                .updatedAt(changed ? modified : null)
                .leadImage(LeadPicture.of(item.text("image", "banner_image"), null, null, null))
                .blocks(body.blocks())
                .extensions(Extensions.of("jsonFeed", rest()));
        people().forEach(article::byline);
        body.captions().forEach(article::caption);
        return article.build();
    }

    private FragmentBody body() {
        String html = item.text("content_html");
        if (html != null) {
            return FragmentBody.ofHtml(html);
        }
        String text = item.text("content_text", "summary");
        return text == null ? new FragmentBody(List.of(), List.of()) : FragmentBody.ofText(text);
    }

    /// The item's own authors, else the feed's; version 1.0 has one of them.
    private List<Byline> people() {
        List<Byline> own = people(item);
        return own.isEmpty() ? people(feed) : own;
    }

    private static List<Byline> people(JsonFields of) {
        List<JsonFields> authors = of.objects("authors");
        JsonNode one = of.byName().get("author");
        List<JsonFields> all =
                authors.isEmpty() && one != null && one.isObject() ? List.of(JsonFields.of(one)) : authors;
        return all.stream()
                .map(author -> author.text("name"))
                .filter(Objects::nonNull)
                .map(name -> new Byline(name, Byline.AUTHOR))
                .toList();
    }

    private Map<String, JsonNode> rest() {
        boolean isText = item.text("content_html", "content_text") == null;
        var rest = new LinkedHashMap<String, JsonNode>();
        for (var field : item.object().properties()) {
            boolean held = isText && field.getKey().equals("summary");
            if (!held && !HELD.contains(field.getKey())) {
                rest.put(field.getKey(), field.getValue());
            }
        }
        return rest;
    }
}
