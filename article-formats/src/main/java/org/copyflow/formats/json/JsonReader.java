package org.copyflow.formats.json;

import java.util.List;
import java.util.Set;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceDocument;
import tools.jackson.databind.JsonNode;

/// Reads JSON whose media type only says that it is JSON: asks the format whose fields it has, else the last one, which
/// says what is missing.
public final class JsonReader implements FormatReader, ItemSplitter {

    private final List<JsonFormat> formats;

    /// @param formats at least one
    public JsonReader(List<JsonFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/json");
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        JsonNode root = SafeJson.root(document);
        return format(root).identify(root, document);
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        JsonNode root = SafeJson.root(document);
        return format(root).read(root, document);
    }

    @Override
    public List<PushedDocument> split(PushedDocument document) {
        JsonFormat format = format(SafeJson.root(document));
        return format instanceof ItemSplitter splitter ? splitter.split(document) : List.of(document);
    }

    private JsonFormat format(JsonNode root) {
        return formats.stream()
                .filter(format -> format.readsRoot(root))
                .findFirst()
                .orElse(formats.getLast());
    }
}
