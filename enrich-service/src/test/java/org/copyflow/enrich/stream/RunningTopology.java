package org.copyflow.enrich.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.test.TestRecord;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.FormatReaders;

/// The topology on a test driver, with a clock of its own. It reads everything that leaves, and keeps what a
/// consumer of `articles.enriched` would see.
final class RunningTopology implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    static final int MAX_RECORD_BYTES = 20_384;
    static final int MAX_ARTICLE_BYTES = CopyDesk.maxArticleBytes(MAX_RECORD_BYTES);
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /// Every record on `articles.enriched` so far; a tombstone has no value.
    final List<TestRecord<String, Article>> enriched = new ArrayList<>();

    final List<TestRecord<String, byte[]>> deadLetters = new ArrayList<>();
    final List<ArticleOutcome> outcomes = new ArrayList<>();

    /// The texts that a consumer sees now, by article id.
    final Map<String, String> visible;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> raw;
    private final TestOutputTopic<String, Article> enrichedTopic;
    private final TestOutputTopic<String, byte[]> deadLetterTopic;
    private final TestOutputTopic<String, ArticleOutcome> outcomeTopic;
    private Instant now;
    private int pushes;

    RunningTopology() {
        this(START, Map.of(), List.of(), new TreeMap<>());
    }

    private RunningTopology(
            Instant start,
            Map<String, Map<String, Object>> stores,
            List<KeyValue<Windowed<String>, byte[]>> shown,
            Map<String, String> visible) {
        this.visible = visible;
        now = start;
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        var enricher = new Enricher(new FormatReaders(List.of(new PartsReader())), List.of(), clock);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "enrich-test");
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(EnrichTopology.build(enricher, clock, MAX_RECORD_BYTES, meters), config, start);
        stores.forEach((name, entries) ->
                entries.forEach((key, value) -> driver.getKeyValueStore(name).put(key, value)));
        shown.forEach(entry -> driver.<String, byte[]>getWindowStore(EnrichTopology.SHOWN)
                .put(entry.key.key(), entry.value, entry.key.window().start()));
        raw = driver.createInputTopic(
                EventTopics.ARTICLES_RAW.name(), new StringSerializer(), new ByteArraySerializer());
        enrichedTopic = output(EventTopics.ARTICLES_ENRICHED);
        deadLetterTopic = output(EventTopics.ARTICLES_DEAD_LETTERS);
        outcomeTopic = output(EventTopics.ARTICLES_OUTCOMES);
    }

    /// Pushes and says how it left.
    Outcome push(Push push) {
        return push(push, now);
    }

    Outcome push(Push push, Instant receivedAt) {
        RawArticle article = push.raw("event-" + pushes++, receivedAt);
        var headers = new RecordHeaders();
        article.writeTo(headers);
        new EventHeaders(headers).put(EventHeaders.TRACEPARENT, TRACE);
        return push(article.documentId(), article.content(), headers);
    }

    Outcome push(String key, byte[] value, Headers headers) {
        int before = outcomes.size();
        raw.pipeInput(new TestRecord<>(key, value, headers, now));
        readAll();
        return outcomes.subList(before, outcomes.size()).getLast().outcome();
    }

    void passes(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
        readAll();
    }

    Instant now() {
        return now;
    }

    double counted(String meter, Outcome outcome) {
        return meters.find(meter).tag("outcome", outcome.word()).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    double countedAll(String meter) {
        return meters.find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    long seriesOf(String meter) {
        return meters.find(meter).counters().size();
    }

    Duration meanLatency() {
        return Duration.ofNanos(
                (long) meters.get("copyflow.enrich.latency").timer().mean(TimeUnit.NANOSECONDS));
    }

    /// Stops this one and starts another with what its stores hold, as their changelogs would restore it. What a
    /// consumer sees stays.
    RunningTopology restart(Duration downFor) {
        var stores = new HashMap<String, Map<String, Object>>();
        for (String name : List.of(EnrichTopology.DOCUMENTS, EnrichTopology.HELD)) {
            var entries = new TreeMap<String, Object>();
            try (var all = driver.<String, Object>getKeyValueStore(name).all()) {
                all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
            }
            stores.put(name, entries);
        }
        var shown = shown();
        driver.close();
        return new RunningTopology(now.plus(downFor), stores, shown, visible);
    }

    /// What is kept of the articles that readers saw last.
    List<KeyValue<Windowed<String>, byte[]>> shown() {
        var shown = new ArrayList<KeyValue<Windowed<String>, byte[]>>();
        try (var all =
                driver.<String, byte[]>getWindowStore(EnrichTopology.SHOWN).all()) {
            all.forEachRemaining(shown::add);
        }
        return shown;
    }

    @Override
    public void close() {
        driver.close();
    }

    private void readAll() {
        enrichedTopic.readRecordsToList().forEach(record -> {
            enriched.add(record);
            Article article = record.value();
            if (article == null || article.status() != ArticleStatus.USABLE) {
                visible.remove(record.key());
            } else {
                visible.put(record.key(), article.text());
            }
        });
        deadLetters.addAll(deadLetterTopic.readRecordsToList());
        outcomes.addAll(outcomeTopic.readValuesToList());
    }

    private <V> TestOutputTopic<String, V> output(EventTopic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
