package org.copyflow.index.query;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.copyflow.index.stream.CardPosition;

/// Where a page of articles begins, as an opaque text: base64url of the position's milliseconds, a space, the article
/// id.
public final class PageCursor {

    private PageCursor() {}

    public static String of(CardPosition position) {
        String plain = position.sortedAt().toEpochMilli() + " " + position.articleId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IllegalArgumentException where the text is not one that [#of] makes
    public static CardPosition parse(String cursor) {
        String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        int space = plain.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("not a page cursor");
        }
        try {
            return new CardPosition(
                    Instant.ofEpochMilli(Long.parseLong(plain.substring(0, space))), plain.substring(space + 1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a page cursor", e);
        }
    }
}
