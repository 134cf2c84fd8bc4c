package org.copyflow.formats.newsroom;

import org.jspecify.annotations.Nullable;

/// What stands in brackets at the start of a text and says where the article began, as `(From page 1)` or `（上接第一版）`.
///
/// @param length how many characters of the text it takes
/// @param page the page as printed
public record ContinuationLead(int length, String page) {

    /// @return null where the text begins otherwise
    public static @Nullable ContinuationLead of(String text) {
        return Furniture.lead(text);
    }
}
