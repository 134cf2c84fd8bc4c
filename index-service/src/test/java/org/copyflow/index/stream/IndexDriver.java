package org.copyflow.index.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.events.article.Article;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.story.Story;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.SampleArticles;
import org.copyflow.index.comparison.ComparisonLimits;
import org.copyflow.index.comparison.ComparisonProcessor;
import org.copyflow.index.comparison.TitleVectors;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.saved.ArticleQueries;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.store.ComparedArticle;
import org.copyflow.index.store.HeldParts;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.IndexedArticle;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.TopicCards;
import org.copyflow.index.store.TopicEvents;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.stories.StoryLimits;
import org.jspecify.annotations.Nullable;

/// The topology without a broker: articles go in, events and views are read back.
final class IndexDriver implements AutoCloseable {

    static final IndexLimits LIMITS =
            new IndexLimits(1_000, 1_000, 20, 500, 20, 168, 90, 10, Duration.ofMillis(200), 100);

    static final Duration WINDOW = Duration.ofDays(2);

    private static final ComparisonLimits COMPARISON =
            new ComparisonLimits(WINDOW, 1_000, new StoryLimits(WINDOW, 1_000, 100), LIMITS.publishEvery());

    final MeterRegistry registry = new SimpleMeterRegistry();
    private final IndexLimits limits;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Article> articles;
    private final TestInputTopic<String, ArticleRelations> said;
    private final TestOutputTopic<String, TopicEvent> feed;
    private final TestOutputTopic<String, TopicView> published;
    private final TestOutputTopic<String, ArticleIndexed> indexed;
    private final TestOutputTopic<String, ArticleRelations> relations;
    private final TestOutputTopic<String, Story> stories;
    private final Map<String, @Nullable Story> told = new TreeMap<>();
    private final Map<String, @Nullable TopicView> views = new HashMap<>();
    private final Map<String, Instant> publishedAt = new HashMap<>();

    /// With stores on disk.
    IndexDriver(IndexLimits limits, Path stateDir) {
        this(limits, ArticleQueries.NONE, stateDir, Stores::persistentKeyValueStore);
    }

    IndexDriver(IndexLimits limits, ArticleQueries queries, Path stateDir) {
        this(limits, queries, stateDir, Stores::persistentKeyValueStore);
    }

    /// @param kept how its stores are kept
    IndexDriver(IndexLimits limits, ArticleQueries queries, Path stateDir, IndexStores.Kept kept) {
        this.limits = limits;
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "index-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(
                IndexTopology.of(
                        limits,
                        queries,
                        () -> new ComparisonProcessor(
                                COMPARISON,
                                new TitleVectors(Map.of(), EmbeddingBudget.unlimited()),
                                new PublishPace(100)),
                        new IndexMeters(registry),
                        new IndexTopology.Keeping(new HeldParts(), kept)),
                properties,
                SampleArticles.NOON);
        articles = driver.createInputTopic(
                EventTopics.ARTICLES_ENRICHED.name(),
                EventTopics.ARTICLES_ENRICHED.keySerde().serializer(),
                EventTopics.ARTICLES_ENRICHED.valueSerde().serializer());
        said = driver.createInputTopic(
                EventTopics.ARTICLES_RELATIONS.name(),
                EventTopics.ARTICLES_RELATIONS.keySerde().serializer(),
                EventTopics.ARTICLES_RELATIONS.valueSerde().serializer());
        feed = output(EventTopics.TOPICS_FEED);
        published = output(EventTopics.TOPICS_VIEWS);
        indexed = output(EventTopics.ARTICLES_INDEXED);
        relations = output(EventTopics.ARTICLES_RELATIONS);
        stories = output(EventTopics.STORIES);
    }

    void put(Article article) {
        articles.pipeInput(article.id(), article);
    }

    /// The article as a raw record at this offset made it.
    void put(Article article, long rawOffset) {
        articles.pipeInput(new TestRecord<>(article.id(), article, origin(rawOffset)));
    }

    void tombstone(String articleId, long rawOffset) {
        articles.pipeInput(new TestRecord<>(articleId, null, origin(rawOffset)));
    }

    private static Headers origin(long rawOffset) {
        var headers = new RecordHeaders();
        new EventHeaders(headers).put(EventHeaders.ORIGIN_PARTITION, 3).put(EventHeaders.ORIGIN_OFFSET, rawOffset);
        return headers;
    }

    /// What a language's task says of an article.
    void relate(String articleId, String language, @Nullable ArticleRelations relations) {
        var headers = new RecordHeaders();
        new EventHeaders(headers).put(EventHeaders.LANGUAGE, language);
        said.pipeInput(new TestRecord<>(articleId, relations, headers));
    }

    void tombstone(String articleId) {
        articles.pipeInput(articleId, null);
    }

    /// What was said on the feed since the last call, as `change topic`.
    List<String> feed() {
        return events().stream()
                .map(event -> event.change() + " " + event.topic().id())
                .toList();
    }

    List<TopicEvent> events() {
        return feed.readValuesToList();
    }

    /// What was told of raw records since the last call.
    List<ArticleIndexed> indexed() {
        return indexed.readValuesToList();
    }

    void passTime(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /// How many views were published since the last call.
    int publications() {
        var records = published.readRecordsToList();
        records.forEach(view -> {
            views.put(view.key(), view.value());
            publishedAt.put(view.key(), view.getRecordTime());
        });
        return records.size();
    }

    /// The latest published view of each topic, tombstones left out.
    Map<String, TopicView> views() {
        passTime(limits.publishEvery());
        publications();
        views.values().removeIf(Objects::isNull);
        var all = new HashMap<String, TopicView>();
        views.forEach((id, view) -> all.put(id, Objects.requireNonNull(view)));
        return all;
    }

    /// When the latest view of a topic was published.
    Instant publishedAt(String topicId) {
        return Objects.requireNonNull(publishedAt.get(topicId));
    }

    TopicView view(String topicId) {
        return Objects.requireNonNull(views().get(topicId), () -> "no view of " + topicId);
    }

    /// All cards kept of a topic, newest first.
    List<ArticleCard> cards(String topicId) {
        var store = driver.<Bytes, KeptCard>getKeyValueStore(IndexStores.TOPIC_ARTICLES);
        return TopicCards.page(store, topicId, null, Integer.MAX_VALUE).stream()
                .map(KeptCard::card)
                .toList();
    }

    /// A page of a topic's list.
    List<KeptCard> page(String topicId, @Nullable CardPosition after, int limit) {
        return TopicCards.page(driver.getKeyValueStore(IndexStores.TOPIC_ARTICLES), topicId, after, limit);
    }

    List<TopicEvents.Kept> history(String topicId, long after, int limit) {
        var store = driver.<Bytes, byte[]>getKeyValueStore(IndexStores.TOPIC_HISTORY);
        return TopicEvents.between(store, topicId, after, Long.MAX_VALUE, limit);
    }

    TopicState state(String topicId) {
        return Objects.requireNonNull(known(topicId));
    }

    /// What is kept of a topic, absent where nothing is.
    @Nullable
    TopicState known(String topicId) {
        return driver.<String, TopicState>getKeyValueStore(IndexStores.TOPICS).get(topicId);
    }

    /// Up to where events of topics were forgotten.
    long forgotten() {
        return TopicEvents.forgotten(driver.<Bytes, byte[]>getKeyValueStore(IndexStores.TOPIC_HISTORY));
    }

    /// How many entries a store has.
    long entries(String store) {
        long entries = 0;
        try (var all = driver.getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                entries++;
            }
        }
        return entries;
    }

    long coverage() {
        return driver.<Integer, Long>getKeyValueStore(IndexStores.COVERAGE).get(0);
    }

    @Nullable
    IndexedArticle article(String articleId) {
        return driver.<String, IndexedArticle>getKeyValueStore(IndexStores.ARTICLES)
                .get(articleId);
    }

    /// What was said of articles since the last call; absent where one stands alone.
    List<KeyValue<String, ArticleRelations>> relations() {
        return relations.readKeyValuesToList();
    }

    /// The latest of each story, tombstones left out.
    Map<String, Story> stories() {
        passTime(limits.publishEvery());
        stories.readRecordsToList().forEach(story -> told.put(story.key(), story.value()));
        told.values().removeIf(Objects::isNull);
        var all = new TreeMap<String, Story>();
        told.forEach((id, story) -> all.put(id, Objects.requireNonNull(story)));
        return all;
    }

    /// The articles that are compared with others.
    List<String> compared() {
        var ids = new ArrayList<String>();
        try (var all = driver.<String, ComparedArticle>getKeyValueStore(IndexStores.COMPARED)
                .all()) {
            all.forEachRemaining(entry -> ids.add(entry.key));
        }
        return ids;
    }

    @Override
    public void close() {
        driver.close();
    }

    private <V> TestOutputTopic<String, V> output(EventTopic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
