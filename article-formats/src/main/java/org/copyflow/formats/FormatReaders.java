package org.copyflow.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the reader of a media type among the readers it is given. Immutable.
public final class FormatReaders {

    private final Map<String, FormatReader> byMediaType;

    public FormatReaders(List<FormatReader> readers) {
        var map = new HashMap<String, FormatReader>();
        for (FormatReader reader : readers) {
            for (String mediaType : reader.mediaTypes()) {
                FormatReader other = map.put(mediaType, reader);
                if (other != null) {
                    throw new IllegalArgumentException(
                            reader.name() + " and " + other.name() + " both claim to read " + mediaType);
                }
            }
        }
        byMediaType = Map.copyOf(map);
    }

    public @Nullable FormatReader find(MediaType mediaType) {
        return byMediaType.get(mediaType.type());
    }

    /// @throws UnreadableDocumentException with code `unknown-media-type` where nobody reads it, naming those that are
    /// read
    public FormatReader of(MediaType mediaType) {
        FormatReader reader = find(mediaType);
        if (reader == null) {
            throw new UnreadableDocumentException(
                    "unknown-media-type",
                    "No reader takes " + mediaType.type() + "; known are " + String.join(", ", mediaTypes()) + ".");
        }
        return reader;
    }

    /// The splitter of a media type whose documents carry several items; absent where a document is one item.
    public @Nullable ItemSplitter splitterOf(MediaType mediaType) {
        return find(mediaType) instanceof ItemSplitter splitter ? splitter : null;
    }

    /// All media types that are read, sorted.
    public Set<String> mediaTypes() {
        return new TreeSet<>(byMediaType.keySet());
    }
}
