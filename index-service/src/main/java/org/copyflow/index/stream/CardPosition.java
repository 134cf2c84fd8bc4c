package org.copyflow.index.stream;

import java.time.Instant;
import java.util.Comparator;
import org.copyflow.events.topic.ArticleCard;

/// Where a card stands in a topic's list: newest first, then by article id.
public record CardPosition(Instant sortedAt, String articleId) implements Comparable<CardPosition> {

    private static final Comparator<CardPosition> ORDER =
            Comparator.comparing(CardPosition::sortedAt).reversed().thenComparing(CardPosition::articleId);

    public static CardPosition of(ArticleCard card) {
        return new CardPosition(card.sortedAt(), card.id());
    }

    @Override
    public int compareTo(CardPosition other) {
        return ORDER.compare(this, other);
    }
}
