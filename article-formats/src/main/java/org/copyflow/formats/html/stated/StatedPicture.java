package org.copyflow.formats.html.stated;

import org.jspecify.annotations.Nullable;

/// A picture that a page states for its article, as it states it: the address may be relative, or none at all.
///
/// @param width in pixels, as `height`
/// @param signal where it is stated
public record StatedPicture(
        String address,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable Integer width,
        @Nullable Integer height,
        String signal) {

    private static final int MAX_PIXELS = 100_000;

    /// The number that `1200`, `1200px` or `1200.0` begins with; null where it is no size of a picture.
    public static @Nullable Integer pixels(@Nullable String text) {
        int value = 0;
        for (int i = 0; text != null && i < text.length() && value <= MAX_PIXELS; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return value == 0 || c == '%' ? null : value;
            }
            value = value * 10 + (c - '0');
        }
        return value == 0 || value > MAX_PIXELS ? null : value;
    }
}
