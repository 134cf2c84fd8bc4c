package org.copyflow.index.store;

import java.util.List;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.topic.CardOf;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// An article with what was said about it on the feed. Both are kept, so that a later version takes back exactly
/// what was said, even if the rules that choose topics have changed meanwhile.
///
/// @param card its card, as last sent to its topics
/// @param topics the topics that hold it by what it says
/// @param queries the topics of the saved queries that find it
/// @param relations what it has to do with others, as far as is known
public record IndexedArticle(
        Article article,
        ArticleCard card,
        List<TopicRef> topics,
        List<TopicRef> queries,
        @Nullable ArticleRelations relations) {

    public IndexedArticle {
        topics = topics == null ? List.of() : List.copyOf(topics);
        queries = queries == null ? List.of() : List.copyOf(queries);
    }

    /// @param queries the topics of the saved queries that find it
    public static IndexedArticle of(Article article, List<TopicRef> queries, @Nullable ArticleRelations relations) {
        ArticlePointer original = relations == null ? null : relations.duplicateOf();
        String duplicateOf = original == null ? null : original.articleId();
        List<TopicRef> topics = TopicsOf.of(article);
        return new IndexedArticle(article, CardOf.of(article, topics, duplicateOf), topics, queries, relations);
    }

    /// The same article, which has to do with others now what is given.
    public IndexedArticle with(@Nullable ArticleRelations other) {
        return of(article, queries, other);
    }

    /// What is kept of an article that was withdrawn: which one it was.
    public static IndexedArticle withdrawn(Article article) {
        return of(
                new ArticleBuilder()
                        .id(article.id())
                        .documentId(article.documentId())
                        .part(article.part())
                        .parts(article.parts())
                        .source(article.source())
                        .uri(article.uri())
                        .version(article.version())
                        .status(ArticleStatus.CANCELED)
                        .receivedAt(article.receivedAt())
                        .enrichedAt(article.enrichedAt())
                        .pipeline(article.pipeline())
                        .build(),
                List.of(),
                null);
    }

    /// Every topic that holds it.
    public Stream<TopicRef> allTopics() {
        return Stream.concat(topics.stream(), queries.stream());
    }

    /// Its card as the events of a topic show it: those of its source say which saved queries find it.
    public ArticleCard cardIn(TopicRef topic) {
        return queries.isEmpty() || !topic.kind().equals(TopicsOf.SOURCE)
                ? card
                : card.foundBy(queries.stream().map(SavedQuery::idOf).toList());
    }

    /// Whether readers may see it.
    public boolean isShown() {
        return article.status() == ArticleStatus.USABLE;
    }

    /// Whether a reader of the other could not tell it from this one: all is equal but when and by what it was
    /// made.
    public boolean readsAs(IndexedArticle other) {
        return card.equals(other.card)
                && topics.equals(other.topics)
                && queries.equals(other.queries)
                && article.toBuilder()
                        .enrichedAt(other.article.enrichedAt())
                        .pipeline(other.article.pipeline())
                        .build()
                        .equals(other.article);
    }
}
