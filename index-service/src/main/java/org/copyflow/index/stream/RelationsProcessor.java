package org.copyflow.index.stream;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.feed.FeedJson;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.IndexedArticle;
import org.jspecify.annotations.NullUnmarked;

/// Keeps with each article what it has to do with others, and says on the feed where that changes its card. No raw
/// record brought the change, so none is told of it. What the language that an article has left says of it may come
/// after what the new one says, and does not count.
@NullUnmarked // Kafka passes null for a tombstone and sets the fields in init
final class RelationsProcessor implements Processor<String, ArticleRelations, String, byte[]> {

    private final FeedJson json = new FeedJson();
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, IndexedArticle> articles;

    @Override
    public void init(ProcessorContext<String, byte[]> given) {
        context = given;
        articles = given.getStateStore(IndexStores.ARTICLES);
    }

    @Override
    public void process(Record<String, ArticleRelations> record) {
        IndexedArticle before = articles.get(record.key());
        if (before == null || !before.isShown() || !isOfLanguage(before, record)) {
            return;
        }
        IndexedArticle after = before.with(record.value());
        articles.put(record.key(), after);
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        for (TopicEvent event : TopicChanges.between(before, after, now)) {
            context.forward(new Record<>(event.topic().id(), json.write(event), record.timestamp()));
        }
    }

    private static boolean isOfLanguage(IndexedArticle article, Record<String, ArticleRelations> record) {
        String language = new EventHeaders(record.headers()).get(EventHeaders.LANGUAGE);
        return language == null || language.equals(article.language());
    }
}
