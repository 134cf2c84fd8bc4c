package org.copyflow.formats.ninjs;

import java.util.List;
import java.util.Set;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.fields.MachineTimes;
import org.copyflow.formats.json.JsonFields;
import org.copyflow.formats.json.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads ninjs 1.x, 2.x and 3.x. An object without a `uri` is taken where it has a headline and a body, since callers
/// can name the item themselves. A field that breaks the standard's schema refuses the item where the article would be
/// wrong, and is a warning elsewhere.
public final class NinjsReader implements JsonFormat {

    private static final int MAX_NAMES_SHOWN = 12;
    private static final Set<String> HEADLINES = Set.of("headline", "headlines", "headline_main", "title");

    @Override
    public String name() {
        return "ninjs";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/vnd.iptc.ninjs+json");
    }

    @Override
    public boolean readsRoot(JsonNode root) {
        return root.isObject() && (root.has("uri") || root.has("guid"));
    }

    @Override
    public ItemIdentity identify(JsonNode root, PushedDocument document) {
        return identity(item(root), document);
    }

    @Override
    public SourceDocument read(JsonNode root, PushedDocument document) {
        JsonFields item = item(root);
        List<String> warnings = NinjsSchema.warnings(item);
        ItemIdentity identity = identity(item, document);
        FragmentBody body = NinjsBody.of(item);
        if (body == null && (item.text("type") == null || "text".equals(item.text("type")))) {
            body = NinjsBody.ofDescription(item);
        }
        if (body == null && identity.status() == ArticleStatus.USABLE) {
            throw new UnreadableDocumentException(
                    "not-an-article",
                    "The ninjs item " + identity.uri() + " of type '" + item.text("type")
                            + "' has no body to read: neither body_html, body_xhtml nor body_text (ninjs 1.x), nor an"
                            + " HTML or text element in bodies (2.x, 3.x).");
        }
        return new SourceDocument(identity, List.of(article(item, document, body)), warnings);
    }

    private static SourceArticle article(JsonFields item, PushedDocument document, @Nullable FragmentBody body) {
        SourceArticle.Builder article = new NinjsArticle(item).article(document, body);
        return article.extensions(NinjsRest.of(item, article.build())).build();
    }

    private static ItemIdentity identity(JsonFields item, PushedDocument document) {
        return new ItemIdentity(
                uri(item) == null ? document.url() : uri(item),
                version(item.text("version")),
                MachineTimes.readInstant(item.text("versioncreated")),
                status(item.text("pubstatus")),
                MachineTimes.readEmbargo(item.said("embargoed", "embargoeduntil")));
    }

    /// Superdesk, which speaks a ninjs of its own, calls it `guid`.
    private static @Nullable String uri(JsonFields item) {
        return item.text("uri", "guid");
    }

    /// ninjs' version is a text; one that is no number says nothing about what is newer.
    static @Nullable Long version(@Nullable String version) {
        try {
            return version == null ? null : Long.valueOf(version);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static ArticleStatus status(@Nullable String word) {
        try {
            return word == null ? ArticleStatus.USABLE : ArticleStatus.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("unknown-status", "The item's pubstatus: " + e.getMessage() + ".", e);
        }
    }

    private static JsonFields item(JsonNode root) {
        if (!root.isObject()) {
            throw notNinjs("The JSON document is " + (root.isMissingNode() ? "empty" : "no object")
                    + "; a ninjs item is one object");
        }
        JsonFields item = JsonFields.of(root);
        boolean headed = item.names().stream().anyMatch(HEADLINES::contains);
        boolean bodied = item.names().stream().anyMatch(NinjsBody::isBodyField);
        if (uri(item) == null && !(headed && bodied)) {
            throw notNinjs("The JSON object has no uri" + (headed ? "" : ", no headline(s)")
                    + (bodied ? "" : ", no body_html, body_text or bodies") + "; its fields are "
                    + String.join(
                            ", ", item.names().stream().limit(MAX_NAMES_SHOWN).toList()));
        }
        return item;
    }

    private static UnreadableDocumentException notNinjs(String what) {
        return new UnreadableDocumentException(
                "not-ninjs", what + ". Send ninjs (iptc.org/standards/ninjs) or name the media type that it is.");
    }
}
