package org.copyflow.events.topic;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Revision;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;

/// What a list shows of an article.
///
/// @param id the article's id
/// @param sortedAt the time it is ordered by: when it was published where it says so, else when it was received
/// @param people the persons it names most, at most five
/// @param organisations the organisations it names most, at most five
/// @param changed in what it differs from the version that readers saw before
/// @param duplicateOf the article of which it is a near-duplicate, the one that was received first
/// @param topics the ids of all topics that hold it
/// @param broader those of them that hold it only because a narrower one does
/// @param queries the ids of the saved queries that find it; in the events of topics of the kind `source` only
/// @param figures its most telling figures, at most three, the most telling first
/// @param dataMining whether machines may mine it, as its source states it
public record ArticleCard(
        String id,
        @Nullable String title,
        String source,
        @Nullable String language,
        @Nullable String url,
        @Nullable String summary,
        @Nullable StatedTime publishedAt,
        Instant receivedAt,
        Instant sortedAt,
        @Nullable Long version,
        List<String> people,
        List<String> organisations,
        List<Revision.Field> changed,
        @Nullable String duplicateOf,
        List<String> topics,
        List<String> broader,
        List<String> queries,
        List<CardFigure> figures,
        @Nullable DataMining dataMining) {

    public ArticleCard {
        people = people == null ? List.of() : List.copyOf(people);
        organisations = organisations == null ? List.of() : List.copyOf(organisations);
        changed = changed == null ? List.of() : List.copyOf(changed);
        topics = topics == null ? List.of() : List.copyOf(topics);
        broader = broader == null ? List.of() : List.copyOf(broader);
        queries = queries == null ? List.of() : List.copyOf(queries);
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /// What tells which article it was, and where it stood, and nothing of what it said: what it was about is known
    /// from the topics that it leaves, and tells those who follow some of them that it concerns them.
    public ArticleCard withoutContent() {
        return new ArticleCard(
                id,
                null,
                source,
                language,
                null,
                null,
                null,
                receivedAt,
                sortedAt,
                version,
                List.of(),
                List.of(),
                List.of(),
                null,
                topics,
                broader,
                queries,
                List.of(),
                dataMining);
    }

    /// The same card, found by these saved queries.
    public ArticleCard foundBy(List<String> savedQueries) {
        return with(duplicateOf, savedQueries);
    }

    /// The same card, of an article that is a near-duplicate of the other.
    public ArticleCard asCopyOf(@Nullable String original) {
        return Objects.equals(duplicateOf, original) ? this : with(original, queries);
    }

    private ArticleCard with(@Nullable String original, List<String> savedQueries) {
        return new ArticleCard(
                id,
                title,
                source,
                language,
                url,
                summary,
                publishedAt,
                receivedAt,
                sortedAt,
                version,
                people,
                organisations,
                changed,
                original,
                topics,
                broader,
                savedQueries,
                figures,
                dataMining);
    }
}
