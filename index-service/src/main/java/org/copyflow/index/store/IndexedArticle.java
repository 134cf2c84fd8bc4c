package org.copyflow.index.store;

import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.topic.CardOf;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// An article with what was said about it on the feed. Both are kept, so that a later version takes back exactly
/// what was said, even if the rules that choose topics have changed meanwhile.
///
/// @param card its card, as last sent to its topics
/// @param topics the topics that hold it
/// @param relations what it has to do with others, as far as is known
public record IndexedArticle(
        Article article,
        ArticleCard card,
        List<TopicRef> topics,
        @Nullable ArticleRelations relations) {

    public IndexedArticle {
        topics = topics == null ? List.of() : List.copyOf(topics);
    }

    public static IndexedArticle of(Article article, @Nullable ArticleRelations relations) {
        ArticlePointer original = relations == null ? null : relations.duplicateOf();
        String duplicateOf = original == null ? null : original.articleId();
        List<TopicRef> topics = TopicsOf.of(article);
        return new IndexedArticle(article, CardOf.of(article, topics, duplicateOf), topics, relations);
    }

    /// The same article, which has to do with others now what is given.
    public IndexedArticle with(@Nullable ArticleRelations other) {
        return of(article, other);
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
                null);
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
                && article.toBuilder()
                        .enrichedAt(other.article.enrichedAt())
                        .pipeline(other.article.pipeline())
                        .build()
                        .equals(other.article);
    }
}
