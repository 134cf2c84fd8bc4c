package org.copyflow.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.enrichment.pipeline.KnownAnnotators;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.push.KeyedPush;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.ingest.access.Gate;
import org.copyflow.ingest.access.Sources;
import org.copyflow.ingest.dryrun.DryRuns;
import org.copyflow.ingest.feeds.FeedPoller;
import org.copyflow.ingest.folder.HotFolder;
import org.copyflow.ingest.http.PushRoutes;
import org.copyflow.ingest.http.ReceiptRoutes;
import org.copyflow.ingest.once.KafkaKeyLog;
import org.copyflow.ingest.once.KnownKeys;
import org.copyflow.ingest.once.Once;
import org.copyflow.ingest.publish.KafkaPublisher;
import org.copyflow.ingest.push.Batches;
import org.copyflow.ingest.push.Intake;
import org.copyflow.ingest.receipts.KafkaRawRecords;
import org.copyflow.ingest.receipts.Receipts;
import org.copyflow.ingest.receipts.TrailReader;
import org.copyflow.ingest.receipts.Trails;
import org.copyflow.kit.Check;
import org.copyflow.kit.Service;
import org.copyflow.kit.access.Door;
import org.copyflow.kit.access.WatchedFile;
import org.copyflow.kit.document.ApiDocument;
import org.copyflow.kit.kafka.KafkaCheck;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.TopicFollower;
import org.copyflow.kit.kafka.TopicSetup;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.copyflow.kit.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/// Ingest, wired.
public final class IngestService implements Service {

    private static final int HEADER_BYTES = 65_536;
    /// Some 100,000 single pushes that carry an idempotency key.
    private static final long KEY_BYTES = 67_108_864;

    private static final Duration MIN_LEASE = Duration.ofMinutes(1);

    /// Nobody can be asked to push a feed in parts.
    private static final int MAX_FEED_ITEMS = 1_000;

    private static final Door DOOR = new Door("ingest", "ingest.sources-file", "push as any source");

    private final @Nullable WatchedFile<Sources> sources;
    private final KafkaPublisher publisher;
    private final KafkaCheck kafkaCheck;
    private final TopicSetup topics;
    private final HttpServer server;
    private final DryRuns dryRuns;
    private final KafkaKeyLog keyLog;
    private final TopicFollower<KeyedPush> keyFollower;
    private final PushRoutes pushes;
    private final KafkaRawRecords rawRecords;
    private final TopicFollower<byte[]> trailFollower;
    private final ReceiptRoutes receipts;
    private final ApiDocument document = new ApiDocument(PushRoutes.class, "openapi.yaml");
    private final @Nullable HotFolder folder;
    private final @Nullable FeedPoller feeds;

    /// With an enricher of its own for dry runs.
    ///
    /// @throws SettingsException where the settings contradict each other
    public IngestService(IngestSettings settings, KafkaSettings kafka, Metrics metrics) {
        this(
                settings,
                kafka,
                metrics,
                () -> new Enricher(KnownFormats.readers(), KnownAnnotators.all(), Clock.systemUTC()));
    }

    /// @param enricher asked once, at the first dry run
    /// @throws SettingsException where the settings contradict each other
    public IngestService(IngestSettings settings, KafkaSettings kafka, Metrics metrics, Supplier<Enricher> enricher) {
        if (settings.maxBodyBytes() > kafka.maxRecordBytes() - HEADER_BYTES) {
            throw new SettingsException(
                    List.of("ingest.max-body-bytes is %d: it must be at least %d below kafka.max-record-bytes, %d"
                            .formatted(settings.maxBodyBytes(), HEADER_BYTES, kafka.maxRecordBytes())));
        }
        DOOR.requireKeeper(settings.host(), settings.sourcesFile(), settings.open());
        sources = settings.sourcesFile().isEmpty() ? null : Sources.watched(Path.of(settings.sourcesFile()));
        Gate gate = sources == null ? Gate.open() : Gate.of(sources, InstantSource.system());
        publisher = new KafkaPublisher(kafka, settings.publishTimeout(), metrics);
        kafkaCheck = new KafkaCheck(kafka, "copyflow-ingest-check");
        topics = new TopicSetup(
                kafka,
                Stream.of(
                                EventTopics.ARTICLES_RAW,
                                EventTopics.ARTICLES_OUTCOMES,
                                EventTopics.ARTICLES_INDEXED,
                                EventTopics.ARTICLES_DELIVERED,
                                EventTopics.PUSHES_KEYED)
                        .map(topic -> topic(topic, kafka))
                        .toList());
        var intake = new Intake(KnownFormats.readers(), InstantSource.system(), settings.maxBatchItems());
        dryRuns = new DryRuns(
                () -> new CopyDesk(enricher.get(), Clock.systemUTC(), CopyDesk.maxArticleBytes(kafka.maxRecordBytes())),
                settings.maxDryRuns(),
                settings.dryRunTimeout());
        var keys = new KnownKeys(InstantSource.system(), lease(settings), KEY_BYTES);
        keyLog = new KafkaKeyLog(kafka);
        keyFollower = KafkaKeyLog.follower(kafka, keys);
        var once = new Once(keys, keyLog, () -> keyFollower.check().passed(), InstantSource.system());
        pushes = new PushRoutes(
                new PushRoutes.Stations(gate, intake, once, publisher, dryRuns), limits(settings), metrics);
        var batches = new Batches(intake, settings.maxBatchItems(), settings.maxBodyBytes());
        folder = settings.folder().isBlank() ? null : folder(settings, batches, metrics);
        feeds = settings.feedsFile().isBlank() ? null : feeds(settings, metrics);
        var trails = new Trails(settings.receiptsKept(), Instant.now().minus(settings.receiptsKeptFor()));
        rawRecords = new KafkaRawRecords(kafka);
        trailFollower = TrailReader.follower(kafka, trails);
        receipts = new ReceiptRoutes(new Receipts(rawRecords, trails), gate);
        server = new HttpServer(
                new HttpServer.Settings(name(), settings.host(), settings.port(), settings.maxBatchBodyBytes()),
                metrics,
                EventJson.mapper(),
                this::checks);
    }

    @Override
    public String name() {
        return "ingest";
    }

    /// @throws SettingsException where the file of sources cannot be used
    @Override
    public void start() {
        if (sources != null) {
            sources.start();
        }
        Thread.ofPlatform().name("ingest-topics").daemon().start(topics::run);
        trailFollower.start();
        keyFollower.start();
        server.start(routes -> {
            pushes.addTo(routes);
            receipts.addTo(routes);
            document.addTo(routes);
        });
        if (folder != null) {
            folder.start();
        }
        if (feeds != null) {
            feeds.start();
        }
    }

    @Override
    public List<Check> checks() {
        var checks = new ArrayList<>(
                List.of(kafkaCheck.check(), topics.check(), trailFollower.check(), keyFollower.check()));
        if (folder != null) {
            checks.add(folder.check());
        }
        if (feeds != null) {
            checks.add(feeds.check());
        }
        if (sources != null) {
            checks.add(sources.check());
        }
        return checks;
    }

    /// What it answers, as `POST /v1/articles`; once it is started.
    public List<String> routes() {
        return server.routes();
    }

    @Override
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        dryRuns.close();
        if (feeds != null) {
            feeds.close();
        }
        if (folder != null) {
            folder.close();
        }
        topics.close();
        publisher.close();
        trailFollower.close();
        keyFollower.close();
        keyLog.close();
        rawRecords.close();
        kafkaCheck.close();
        if (sources != null) {
            sources.close();
        }
    }

    /// Longer than an instance that is alive takes for a push.
    private static Duration lease(IngestSettings settings) {
        Duration twice = settings.publishTimeout().multipliedBy(2);
        return twice.compareTo(MIN_LEASE) > 0 ? twice : MIN_LEASE;
    }

    private static TopicSetup.Topic topic(EventTopic<?, ?> topic, KafkaSettings kafka) {
        return new TopicSetup.Topic(topic.name(), kafka.topicPartitions(), topic.config());
    }

    private HotFolder folder(IngestSettings settings, Batches batches, Metrics metrics) {
        var limits = new HotFolder.Settings(
                Path.of(settings.folder()),
                settings.folderSettle(),
                settings.maxBatchBodyBytes(),
                settings.publishTimeout());
        return new HotFolder(limits, batches, publisher, metrics);
    }

    private FeedPoller feeds(IngestSettings settings, Metrics metrics) {
        var batches = new Batches(
                new Intake(KnownFormats.readers(), InstantSource.system(), MAX_FEED_ITEMS),
                MAX_FEED_ITEMS,
                settings.maxBodyBytes());
        var limits = new FeedPoller.Settings(
                Path.of(settings.feedsFile()),
                settings.stateDir().resolve("feeds"),
                settings.feedsInterval(),
                settings.feedsHostGap(),
                settings.feedsPrivate(),
                settings.maxBodyBytes(),
                settings.publishTimeout());
        return new FeedPoller(limits, batches, publisher, metrics);
    }

    private static PushRoutes.Limits limits(IngestSettings settings) {
        return new PushRoutes.Limits(
                settings.maxBodyBytes(),
                settings.maxBatchBodyBytes(),
                settings.maxBatchItems(),
                settings.maxPushes(),
                settings.maxInFlightBytes(),
                settings.slowBodyPatience(),
                settings.publishTimeout());
    }
}
