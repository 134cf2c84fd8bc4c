package org.copyflow.index.stream;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.comparison.DigestOf;
import org.copyflow.index.feed.FeedJson;
import org.copyflow.index.saved.ArticleQueries;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.IndexedArticle;
import org.copyflow.kit.pace.PromptCommits;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Keeps the newest version of each article, says on the feed what it changes in which topic, and hands on what
/// it is compared by with others. A tombstone, or an article that may not be used, takes it out of all of them;
/// which article it was is remembered. The same article twice says nothing.
@NullUnmarked // Kafka passes null for a tombstone and sets the fields in init
final class ArticleProcessor implements Processor<String, byte[], String, Object> {

    private static final Deserializer<Article> ARTICLES =
            EventTopics.ARTICLES_ENRICHED.valueSerde().deserializer();

    private final IndexMeters meters;
    private final ArticleQueries queries;
    private final PromptCommits commits;
    private final FeedJson json = new FeedJson();
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, IndexedArticle> articles;

    ArticleProcessor(ArticleQueries queries, IndexMeters meters, PromptCommits commits) {
        this.queries = queries;
        this.meters = meters;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<String, Object> given) {
        context = given;
        articles = given.getStateStore(IndexStores.ARTICLES);
        queries.awaitLoaded();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        apply(record);
        commits.processed(context);
    }

    private void apply(Record<String, byte[]> record) {
        Article article = ARTICLES.deserialize(EventTopics.ARTICLES_ENRICHED.name(), record.value());
        IndexedArticle known = articles.get(record.key());
        IndexedArticle before = known == null || !known.isShown() ? null : known;
        IndexedArticle after = usable(article, record.value(), before);
        remember(record.key(), article, known, after);
        DigestOf.changes(before, after)
                .forEach((language, digest) ->
                        context.forward(record.withKey(language).withValue(digest), IndexTopology.DIGESTS));
        if (before == null && after == null) {
            return;
        }
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        List<TopicEvent> events = TopicChanges.between(before, after, now);
        events.forEach(event ->
                context.forward(record.withKey(event.topic().id()).withValue(json.write(event)), IndexTopology.FEED));
        meters.article(before, after, !events.isEmpty());
    }

    /// A tombstone does not say whose it is: what was known does.
    private void remember(
            String articleId,
            @Nullable Article article,
            @Nullable IndexedArticle known,
            @Nullable IndexedArticle after) {
        if (after != null) {
            articles.put(articleId, after);
        } else if (article != null) {
            articles.put(articleId, IndexedArticle.withdrawn(article));
        } else if (known != null && known.isShown()) {
            articles.put(articleId, IndexedArticle.withdrawn(known.article()));
        }
    }

    /// What the version before had to do with others holds on, in another language with none of them.
    private @Nullable IndexedArticle usable(@Nullable Article article, byte[] bytes, @Nullable IndexedArticle before) {
        if (article == null || article.status() != ArticleStatus.USABLE) {
            return null;
        }
        IndexedArticle now = IndexedArticle.of(article, bytes, queries.matching(article), null);
        return before == null || !before.language().equals(now.language()) ? now : now.with(before.relations());
    }
}
