package org.copyflow.index.search.store;

import org.apache.lucene.util.BytesRef;

/// A value by which hits are counted.
///
/// @param id as filters take it
/// @param name for people
/// @param articles how many hits have it
public record FacetValue(String id, String name, long articles) {

    private static final char SEPARATOR = '\u001F';
    private static final int MAX_NAME_CHARS = 200;

    /// How a column holds the value.
    public static BytesRef bytes(String id, String name) {
        return new BytesRef(id + SEPARATOR + name.substring(0, Math.min(name.length(), MAX_NAME_CHARS)));
    }

    /// The id alone; the same bytes.
    public static BytesRef id(BytesRef value) {
        int end = value.offset;
        while (value.bytes[end] != SEPARATOR) {
            end++;
        }
        return new BytesRef(value.bytes, value.offset, end - value.offset);
    }

    public static FacetValue of(BytesRef bytes, long articles) {
        String both = bytes.utf8ToString();
        int end = both.indexOf(SEPARATOR);
        return new FacetValue(both.substring(0, end), both.substring(end + 1), articles);
    }
}
