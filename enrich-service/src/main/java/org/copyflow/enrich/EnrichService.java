package org.copyflow.enrich;

import io.micrometer.core.instrument.FunctionCounter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.enrich.stream.EnrichTopology;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.enrichment.pipeline.KnownAnnotators;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.kit.Check;
import org.copyflow.kit.Service;
import org.copyflow.kit.kafka.KafkaCheck;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.StreamsRunner;
import org.copyflow.kit.kafka.TopicSetup;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;

/// Runs the enrichment topology, with health and metrics over HTTP and nothing else.
public final class EnrichService implements Service {

    /// The group, and the beginning of the names of the stores' changelogs.
    public static final String APPLICATION_ID = "copyflow-enrich";

    private static final String NAME = "enrich";
    private static final long NO_BODIES = 1_024;

    private final KafkaCheck kafka;
    private final StreamsRunner streams;
    private final HttpServer http;

    /// With an enricher of its own.
    public EnrichService(EnrichSettings settings, KafkaSettings kafkaSettings, Metrics metrics) {
        this(settings, kafkaSettings, metrics, enricher(settings, metrics));
    }

    /// The enricher that the settings ask for, which gives every article the time that it takes.
    public static Enricher enricher(EnrichSettings settings) {
        return enricher(settings, EmbeddingBudget.unlimited());
    }

    /// The same for a service: embeddings may not hold up its stream, and are counted.
    public static Enricher enricher(EnrichSettings settings, Metrics metrics) {
        var budget = new EmbeddingBudget(settings.embeddingPercent());
        count("granted", budget, EmbeddingBudget::granted, metrics);
        count("refused", budget, EmbeddingBudget::refused, metrics);
        return enricher(settings, budget);
    }

    private static Enricher enricher(EnrichSettings settings, EmbeddingBudget budget) {
        List<Annotator> annotators = KnownAnnotators.with(MediaTopics.at(settings.mediaTopicsFile()), budget);
        return new Enricher(KnownFormats.readers(), annotators, Clock.systemUTC());
    }

    /// @param enricher may be shared: it holds the models
    public EnrichService(EnrichSettings settings, KafkaSettings kafkaSettings, Metrics metrics, Enricher enricher) {
        Topology topology =
                EnrichTopology.build(enricher, Clock.systemUTC(), kafkaSettings.maxRecordBytes(), metrics.registry());
        Map<String, Object> config = kafkaSettings.streams(APPLICATION_ID, settings.stateDir());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        kafka = new KafkaCheck(kafkaSettings, NAME + "-check");
        streams = new StreamsRunner(NAME, topology, config, topics(kafkaSettings), metrics);
        var server = new HttpServer.Settings(NAME, settings.host(), settings.port(), NO_BODIES);
        http = new HttpServer(server, metrics, EventJson.mapper(), this::checks);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        http.start(_ -> {});
        streams.start();
    }

    @Override
    public List<Check> checks() {
        return List.of(kafka.check(), streams.check());
    }

    @Override
    public URI address() {
        return http.address();
    }

    @Override
    public void close() {
        http.close();
        streams.close();
        kafka.close();
    }

    private static void count(
            String outcome, EmbeddingBudget budget, ToDoubleFunction<EmbeddingBudget> counted, Metrics metrics) {
        FunctionCounter.builder("copyflow.enrich.embeddings", budget, counted)
                .description(
                        "Articles whose words left doubt about their topics: there was time for an embedding or not")
                .tag("outcome", outcome)
                .register(metrics.registry());
    }

    private static TopicSetup topics(KafkaSettings kafka) {
        return new TopicSetup(
                kafka,
                Stream.of(
                                EventTopics.ARTICLES_RAW,
                                EventTopics.ARTICLES_ENRICHED,
                                EventTopics.ARTICLES_DEAD_LETTERS,
                                EventTopics.ARTICLES_OUTCOMES)
                        .map(topic -> new TopicSetup.Topic(topic.name(), kafka.topicPartitions(), topic.config()))
                        .toList());
    }
}
