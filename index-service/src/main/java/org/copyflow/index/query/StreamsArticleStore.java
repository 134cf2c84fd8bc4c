package org.copyflow.index.query;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.events.article.Article;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.index.instances.InstanceStores;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.IndexedArticle;
import org.jspecify.annotations.Nullable;

/// Articles from the topology's own store.
public final class StreamsArticleStore implements ArticleStore {

    private final InstanceStores stores;

    public StreamsArticleStore(InstanceStores stores) {
        this.stores = stores;
    }

    @Override
    public @Nullable Article article(String articleId) {
        IndexedArticle indexed = indexed(articleId);
        return indexed == null ? null : indexed.article();
    }

    @Override
    public @Nullable ArticleRelations relations(String articleId) {
        IndexedArticle indexed = indexed(articleId);
        return indexed == null ? null : indexed.relations();
    }

    private @Nullable IndexedArticle indexed(String articleId) {
        ReadOnlyKeyValueStore<String, IndexedArticle> articles = stores.ofKey(IndexStores.ARTICLES, articleId);
        return articles.get(articleId);
    }
}
