package org.copyflow.formats.jsonfeed;

import java.util.List;
import java.util.Set;
import org.copyflow.events.EventJson;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.json.JsonFields;
import org.copyflow.formats.json.JsonFormat;
import org.copyflow.formats.json.SafeJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON Feed. A feed of one item is that item's article and has its identity; a feed of several is one document
/// of several articles, known by the feed's own address, unless it is split first.
public final class JsonFeedReader implements JsonFormat, ItemSplitter {

    private static final MediaType FEED = MediaType.parse("application/feed+json");
    private static final String VERSIONS = "jsonfeed.org/version/";
    private static final String ITEMS = "items";
    private static final int MAX_ITEMS = 1_000;
    private static final int MAX_ABOUT_CHARS = 4_000;

    @Override
    public String name() {
        return "JSON Feed";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(FEED.type());
    }

    @Override
    public boolean readsRoot(JsonNode root) {
        return root.path("version").asString("").contains(VERSIONS);
    }

    @Override
    public ItemIdentity identify(JsonNode root, PushedDocument document) {
        return identity(JsonFields.of(root), items(root), document);
    }

    @Override
    public SourceDocument read(JsonNode root, PushedDocument document) {
        JsonFields feed = JsonFields.of(root);
        List<JsonFeedItem> items = items(root);
        if (items.isEmpty()) {
            throw new UnreadableDocumentException(
                    "empty-feed", "The feed '" + feed.text("title") + "' has no item to read.");
        }
        List<SourceArticle> articles =
                items.stream().map(item -> item.article(document)).toList();
        return new SourceDocument(identity(feed, items, document), articles);
    }

    @Override
    public List<PushedDocument> split(PushedDocument document) {
        JsonNode root = SafeJson.root(document);
        List<JsonFeedItem> items = items(root);
        if (items.size() == 1) {
            return List.of(document);
        }
        ObjectNode about = about(root);
        return ItemSplitter.within(
                document,
                items.stream().map(item -> new PushedDocument(alone(about, item), FEED, null, document.language())));
    }

    private static ItemIdentity identity(JsonFields feed, List<JsonFeedItem> items, PushedDocument document) {
        if (items.size() == 1) {
            return items.getFirst().identity(document);
        }
        String address = feed.text("feed_url", "home_page_url");
        return ItemIdentity.ofUri(address == null ? document.url() : address);
    }

    private static List<JsonFeedItem> items(JsonNode root) {
        JsonNode items = root.path(ITEMS);
        if (!root.isObject() || !items.isArray()) {
            throw new UnreadableDocumentException(
                    "unreadable-feed",
                    "The JSON document is no JSON Feed: it has no array of items; see jsonfeed.org/version/1.1.");
        }
        if (items.size() > MAX_ITEMS) {
            throw new UnreadableDocumentException(
                    "too-many-items",
                    "The feed has " + items.size() + " items, the limit is " + MAX_ITEMS + "; push it in parts.");
        }
        JsonFields feed = JsonFields.of(root);
        return items.values().stream()
                .filter(JsonNode::isObject)
                .map(item -> new JsonFeedItem(feed, JsonFields.of(item)))
                .toList();
    }

    /// What the feed says of itself in a few words.
    private static ObjectNode about(JsonNode feed) {
        ObjectNode about = JsonNodeFactory.instance.objectNode();
        for (var field : feed.properties()) {
            boolean isShort = !field.getKey().equals(ITEMS)
                    && EventJson.mapper().writeValueAsString(field.getValue()).length() <= MAX_ABOUT_CHARS;
            if (isShort) {
                about.set(field.getKey(), field.getValue());
            }
        }
        return about;
    }

    /// The feed with only this item in it.
    private static byte[] alone(ObjectNode about, JsonFeedItem item) {
        about.putArray(ITEMS).add(item.item().object());
        return EventJson.mapper().writeValueAsBytes(about);
    }
}
