package org.copyflow.formats.jsonld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.characters.WellFormedText;
import org.copyflow.formats.fields.Extensions;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.fields.LeadPicture;
import org.copyflow.formats.fields.MachineTimes;
import org.copyflow.formats.html.stated.Fact;
import org.copyflow.formats.html.stated.LinkedData;
import org.copyflow.formats.html.stated.PageRights;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An article of schema.org.
///
/// @param data the whole graph, which resolves references
/// @param node the article's own object
record LinkedArticle(LinkedData data, JsonNode node) {

    private static final Set<String> HELD = Set.of(
            "@context",
            "@type",
            "headline",
            "articleBody",
            "articleSection",
            "inLanguage",
            "datePublished",
            "dateModified",
            "url",
            "correction",
            "copyrightNotice");

    static @Nullable LinkedArticle of(JsonNode root) {
        LinkedData data = LinkedData.of(root);
        JsonNode article = data.article();
        return article == null ? null : new LinkedArticle(data, article);
    }

    ItemIdentity identity(PushedDocument document) {
        String url = url();
        String id = text(node.path("@id"));
        String uri = url == null ? id : url;
        JsonNode version = node.path("version");
        return new ItemIdentity(
                uri == null ? document.url() : uri,
                version.canConvertToLong() && version.isIntegralNumber() ? version.asLong() : null,
                MachineTimes.readInstant(text(node.path("dateModified"))),
                ArticleStatus.USABLE,
                null);
    }

    SourceArticle article(PushedDocument document) {
        StatedTime published = MachineTimes.read(text(node.path("datePublished")));
        StatedTime modified = MachineTimes.read(text(node.path("dateModified")));
        boolean changed = modified != null && (published == null || modified.compareTo(published) > 0);
        String headline = value(data.text("headline"));
        String url = url();
        String body = text(node.path("articleBody"));
        FragmentBody text = body == null ? new FragmentBody(List.of(), List.of()) : FragmentBody.ofHtml(body);
        var article = SourceArticle.builder()
                .title(headline == null ? value(data.text("name")) : headline)
                .section(value(data.text("articleSection")))
                .publisher(value(data.publisher()))
                .language(language(document))
                .url(url == null ? document.url() : url)
                .rights(PageRights.of(data))
                .publishedAt(published)
                .updatedAt(changed ? modified : null)
                .blocks(text.blocks())
                .extensions(Extensions.of("jsonLd", rest()));
        people().forEach(article::byline);
        text.captions().forEach(article::caption);
        pictures(article);
        corrections(article);
        return article.build();
    }

    private List<Byline> people() {
        List<String> authors = data.people("author");
        List<String> names = authors.isEmpty() ? data.people("creator") : authors;
        return names.stream().map(name -> new Byline(name, Byline.AUTHOR)).toList();
    }

    /// The first picture leads; those with a text under them give their captions.
    private void pictures(SourceArticle.Builder article) {
        boolean first = true;
        for (JsonNode image : each(node.path("image"))) {
            String caption = text(image.path("caption"));
            String credit = text(image.path("creditText"));
            if (first) {
                String address = image.isString() ? text(image) : text(image.path("url"));
                article.leadImage(LeadPicture.of(
                        address == null ? text(image.path("contentUrl")) : address, null, caption, credit));
                first = false;
            }
            if (caption != null) {
                article.caption(new Caption(caption, credit));
            }
        }
    }

    private void corrections(SourceArticle.Builder article) {
        for (JsonNode correction : each(node.path("correction"))) {
            String text = text(correction.isObject() ? correction.path("text") : correction);
            if (text != null && !text.startsWith("http")) {
                article.note(new Note(Note.Kind.CORRECTION, text));
            }
        }
    }

    private @Nullable String language(PushedDocument document) {
        JsonNode language = node.path("inLanguage");
        String named = text(language.isObject() ? language.path("alternateName") : language);
        return named == null ? document.language() : named;
    }

    /// The page that the article is: `url`, else the main entity's.
    private @Nullable String url() {
        String url = text(node.path("url"));
        JsonNode page = node.path("mainEntityOfPage");
        return url == null ? text(page.isObject() ? page.path("@id") : page) : url;
    }

    private Map<String, JsonNode> rest() {
        var rest = new LinkedHashMap<String, JsonNode>();
        for (var field : node.properties()) {
            if (!HELD.contains(field.getKey())) {
                rest.put(field.getKey(), field.getValue());
            }
        }
        return rest;
    }

    private static List<JsonNode> each(JsonNode value) {
        if (value.isArray()) {
            return List.copyOf(value.values());
        }
        return value.isMissingNode() || value.isNull() ? List.of() : List.of(value);
    }

    private static @Nullable String text(JsonNode value) {
        String text = value.isString() ? WellFormedText.of(value.asString().strip()) : "";
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String value(@Nullable Fact<String> fact) {
        return fact == null ? null : fact.value();
    }
}
