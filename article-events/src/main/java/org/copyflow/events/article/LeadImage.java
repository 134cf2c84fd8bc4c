package org.copyflow.events.article;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The picture that a source shows at the head of an article. Copyflow never loads it.
///
/// @param url absolute, http or https
/// @param alt what is said in its place where it is not shown
/// @param caption the text under it
/// @param credit whose picture it is
/// @param width in pixels, as the source states it
/// @param height in pixels, as the source states it
public record LeadImage(
        String url,
        @Nullable String alt,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable Integer width,
        @Nullable Integer height) {

    /// @throws IllegalArgumentException where the URL is not an absolute web address
    public LeadImage {
        if (!isWebAddress(url)) {
            throw new IllegalArgumentException("the lead image's URL is no absolute http(s) address: " + url);
        }
    }

    /// Whether a URL may be that of a lead image.
    public static boolean isWebAddress(String url) {
        String start =
                url.substring(0, Math.min(url.length(), "https://".length())).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }
}
