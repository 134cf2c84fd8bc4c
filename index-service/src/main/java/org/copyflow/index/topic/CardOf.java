package org.copyflow.index.topic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Revision;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicRef;
import org.jspecify.annotations.Nullable;

/// An article's card: what every list shows of it, bounded, because it is kept once a topic.
public final class CardOf {

    static final int MAX_TITLE_CHARS = 300;
    static final int MAX_SUMMARY_CHARS = 300;
    static final int MAX_URL_CHARS = 2_000;
    static final int MAX_NAMES = 5;
    static final int MAX_TOPICS = 80;
    private static final int MAX_NAME_CHARS = 120;

    /// Older statements of time are sorted as if of this one.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private CardOf() {}

    /// The card of an article that is no copy of another.
    public static ArticleCard of(Article article) {
        return of(article, TopicsOf.of(article), null);
    }

    /// @param topics those that hold it
    /// @param duplicateOf the article of which it is a near-duplicate
    public static ArticleCard of(Article article, List<TopicRef> topics, @Nullable String duplicateOf) {
        return new ArticleCard(
                article.id(),
                cut(article.title(), MAX_TITLE_CHARS),
                article.source(),
                article.language(),
                article.url() == null || article.url().length() > MAX_URL_CHARS ? null : article.url(),
                cut(lead(article), MAX_SUMMARY_CHARS),
                article.publishedAt(),
                article.receivedAt(),
                sortedAt(article),
                article.version(),
                names(article, Entity.Type.PERSON),
                names(article, Entity.Type.ORGANISATION),
                changed(article.revision()),
                duplicateOf,
                topics.stream().map(TopicRef::id).limit(MAX_TOPICS).toList(),
                TopicsOf.broader(article),
                List.of(),
                TellingFigures.of(article),
                dataMining(article.rights()));
    }

    private static @Nullable DataMining dataMining(@Nullable Rights rights) {
        return rights == null ? null : rights.dataMining();
    }

    /// The time by which an article is ordered.
    public static Instant sortedAt(Article article) {
        return sortedAt(article.publishedAt(), article.receivedAt());
    }

    /// When it was published, in milliseconds; when it was received, where it does not say so or names the future,
    /// which would pin it on top of every list.
    private static Instant sortedAt(@Nullable StatedTime published, Instant received) {
        Instant at = published == null || published.toInstant().isAfter(received) ? received : published.toInstant();
        return (at.isBefore(EARLIEST) ? EARLIEST : at).truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<Revision.Field> changed(@Nullable Revision revision) {
        return revision == null
                ? List.of()
                : revision.changes().stream()
                        .map(Revision.Change::field)
                        .distinct()
                        .toList();
    }

    private static String lead(Article article) {
        if (article.summary() != null) {
            return article.summary();
        }
        String text = article.text();
        return text.substring(0, Math.min(text.length(), 2 * MAX_SUMMARY_CHARS)).replace("\n\n", " ");
    }

    private static @Nullable String cut(@Nullable String text, int maxChars) {
        return text == null || text.isBlank() ? null : Cut.to(text, maxChars);
    }

    private static List<String> names(Article article, Entity.Type type) {
        return article.entities().stream()
                .filter(entity -> entity.type() == type)
                .sorted(Comparator.comparingDouble(Entity::salience).reversed())
                .map(entity -> Cut.to(entity.name(), MAX_NAME_CHARS))
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }
}
