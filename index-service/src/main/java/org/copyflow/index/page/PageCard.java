package org.copyflow.index.page;

import org.copyflow.events.topic.ArticleCard;
import org.jspecify.annotations.Nullable;

/// An article in a list.
///
/// @param sortedAt the time that the list is ordered by
record PageCard(
        String id,
        String href,
        String title,
        @Nullable String summary,
        String source,
        @Nullable String language,
        String sortedAt,
        ShownTime time) {

    private static final String UNTITLED = "Untitled";

    static PageCard of(ArticleCard card) {
        return new PageCard(
                card.id(),
                Links.article(card.id()),
                card.title() == null ? UNTITLED : card.title(),
                card.summary(),
                card.source(),
                card.language(),
                card.sortedAt().toString(),
                ShownTime.of(card));
    }
}
