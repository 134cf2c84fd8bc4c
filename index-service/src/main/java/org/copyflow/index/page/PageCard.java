package org.copyflow.index.page;

import java.util.stream.Collectors;
import org.copyflow.events.article.Revision;
import org.copyflow.events.topic.ArticleCard;
import org.jspecify.annotations.Nullable;

/// An article in a list.
///
/// @param sortedAt the time that the list is ordered by
/// @param changed in what it differs from the version before
/// @param original where the article is of which it is a near-duplicate
public record PageCard(
        String id,
        String href,
        String title,
        @Nullable String summary,
        String source,
        @Nullable String language,
        String sortedAt,
        ShownTime time,
        @Nullable String changed,
        @Nullable String original) {

    private static final String UNTITLED = "Untitled";

    public static PageCard of(ArticleCard card) {
        return new PageCard(
                card.id(),
                Links.article(card.id()),
                card.title() == null ? UNTITLED : card.title(),
                card.summary(),
                card.source(),
                card.language(),
                card.sortedAt().toString(),
                ShownTime.of(card),
                changed(card),
                card.duplicateOf() == null ? null : Links.article(card.duplicateOf()));
    }

    private static @Nullable String changed(ArticleCard card) {
        return card.changed().isEmpty()
                ? null
                : card.changed().stream().map(Revision.Field::label).collect(Collectors.joining(", "));
    }
}
