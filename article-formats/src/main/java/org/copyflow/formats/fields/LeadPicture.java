package org.copyflow.formats.fields;

import org.copyflow.events.article.LeadImage;
import org.jspecify.annotations.Nullable;

/// An article's lead image, out of the fields of a format that states one.
public final class LeadPicture {

    private static final int MAX_URL_CHARS = 2_000;
    private static final String NOT_IN_URLS = "\"'<>\\^`{|}";

    private LeadPicture() {}

    /// Absent where the address is no web address.
    public static @Nullable LeadImage of(
            @Nullable String url, @Nullable String alt, @Nullable String caption, @Nullable String credit) {
        String address = url == null ? "" : url.strip();
        boolean usable = LeadImage.isWebAddress(address)
                && address.length() <= MAX_URL_CHARS
                && address.chars().noneMatch(c -> c <= ' ' || c == 0x7F || NOT_IN_URLS.indexOf(c) >= 0);
        return usable ? new LeadImage(address, alt, caption, credit, null, null) : null;
    }
}
