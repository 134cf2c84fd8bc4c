package org.copyflow.index.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import org.copyflow.events.topic.ArticleCard;

/// Where a card stands in a topic's list: newest first, then by article id. As text, which clients take as
/// opaque, it is base64url of the milliseconds, a space, the article id.
public record CardPosition(Instant sortedAt, String articleId) implements Comparable<CardPosition> {

    private static final Comparator<CardPosition> ORDER =
            Comparator.comparing(CardPosition::sortedAt).reversed().thenComparing(CardPosition::articleId);

    public static CardPosition of(ArticleCard card) {
        return new CardPosition(card.sortedAt(), card.id());
    }

    /// @throws IllegalArgumentException where the text is not one that [#cursor()] makes
    public static CardPosition parse(String cursor) {
        String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        int space = plain.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("'%s' is not the position of a card".formatted(cursor));
        }
        try {
            return new CardPosition(
                    Instant.ofEpochMilli(Long.parseLong(plain.substring(0, space))), plain.substring(space + 1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is not the position of a card".formatted(cursor), e);
        }
    }

    public String cursor() {
        String plain = sortedAt.toEpochMilli() + " " + articleId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(CardPosition other) {
        return ORDER.compare(this, other);
    }
}
