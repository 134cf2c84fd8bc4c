package org.copyflow.enrich;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
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
        this(settings, kafkaSettings, metrics, enricher(settings));
    }

    /// The enricher that the settings ask for.
    public static Enricher enricher(EnrichSettings settings) {
        List<Annotator> annotators = KnownAnnotators.with(MediaTopics.at(settings.mediaTopicsFile()));
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
