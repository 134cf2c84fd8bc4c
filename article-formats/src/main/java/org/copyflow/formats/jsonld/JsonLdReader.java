package org.copyflow.formats.jsonld;

import java.util.List;
import java.util.Set;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.json.JsonFormat;
import tools.jackson.databind.JsonNode;

/// Reads JSON-LD that holds an article of schema.org.
public final class JsonLdReader implements JsonFormat {

    private static final String SCHEMA_ORG = "schema.org";

    @Override
    public String name() {
        return "JSON-LD";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/ld+json");
    }

    @Override
    public boolean readsRoot(JsonNode root) {
        JsonNode first = root.isArray() ? root.path(0) : root;
        return first.path("@context").toString().contains(SCHEMA_ORG);
    }

    @Override
    public ItemIdentity identify(JsonNode root, PushedDocument document) {
        return item(root).identity(document);
    }

    @Override
    public SourceDocument read(JsonNode root, PushedDocument document) {
        LinkedArticle item = item(root);
        SourceArticle article = item.article(document);
        if (article.blocks().isEmpty()) {
            throw new UnreadableDocumentException(
                    "not-an-article",
                    "The JSON-LD article " + item.identity(document).uri()
                            + " has no articleBody to read; push the page that it describes, or send the text along.");
        }
        return new SourceDocument(item.identity(document), List.of(article));
    }

    private static LinkedArticle item(JsonNode root) {
        LinkedArticle item = LinkedArticle.of(root);
        if (item == null) {
            throw new UnreadableDocumentException(
                    "not-an-article",
                    "The JSON-LD holds no article of schema.org: none of its objects has a @type as NewsArticle.");
        }
        return item;
    }
}
