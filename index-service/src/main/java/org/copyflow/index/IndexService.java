package org.copyflow.index;

import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.Embeddings;
import org.copyflow.embeddings.OnnxEmbeddings;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.index.access.HostGate;
import org.copyflow.index.access.ReaderGate;
import org.copyflow.index.access.Readers;
import org.copyflow.index.backtest.BackTest;
import org.copyflow.index.comparison.ComparisonLimits;
import org.copyflow.index.comparison.ComparisonProcessor;
import org.copyflow.index.comparison.TitleVectors;
import org.copyflow.index.feed.KafkaFeedLog;
import org.copyflow.index.feed.Withdrawals;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.http.IndexRoutes;
import org.copyflow.index.http.Routes;
import org.copyflow.index.http.feed.EventStreams;
import org.copyflow.index.http.feed.FeedRoutes;
import org.copyflow.index.http.saved.QueryRoutes;
import org.copyflow.index.http.subscription.BackTestRoutes;
import org.copyflow.index.http.subscription.SubscriptionRoutes;
import org.copyflow.index.http.topic.TopicArticleRoutes;
import org.copyflow.index.instances.InstanceRoutes;
import org.copyflow.index.instances.InstanceStores;
import org.copyflow.index.live.Deliveries;
import org.copyflow.index.live.DeliveryReports;
import org.copyflow.index.live.FeedReader;
import org.copyflow.index.live.Subscribers;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.page.PageRoutes;
import org.copyflow.index.page.search.SearchPages;
import org.copyflow.index.page.story.StoryPages;
import org.copyflow.index.page.topic.TopicPages;
import org.copyflow.index.query.StreamsArticleStore;
import org.copyflow.index.query.StreamsTopicStore;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.query.story.StreamsStoryStore;
import org.copyflow.index.saved.SavedQueries;
import org.copyflow.index.search.ArticleSearch;
import org.copyflow.index.search.store.KafkaArticles;
import org.copyflow.index.store.HeldParts;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.stream.IndexMeters;
import org.copyflow.index.stream.IndexTopology;
import org.copyflow.index.webhooks.Couriers;
import org.copyflow.index.webhooks.Webhooks;
import org.copyflow.kit.Check;
import org.copyflow.kit.Service;
import org.copyflow.kit.access.Door;
import org.copyflow.kit.access.WatchedFile;
import org.copyflow.kit.document.ApiDocument;
import org.copyflow.kit.kafka.KafkaCheck;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.StreamsRunner;
import org.copyflow.kit.kafka.TopicId;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.copyflow.kit.server.Loopback;
import org.jspecify.annotations.Nullable;

/// Runs the topology that keeps the views, follows the feed for subscribers, keeps what search finds, and serves
/// all of it over HTTP.
public final class IndexService implements Service {

    /// The group, and the beginning of the names of the stores' changelogs.
    public static final String APPLICATION_ID = "copyflow-index";

    private static final String NAME = "index";
    private static final String SEARCH_FOLDER = "search";
    private static final Duration BACK_TEST_PATIENCE = Duration.ofSeconds(10);
    private static final long MAX_BODY_BYTES = 262_144;

    /// Longer headlines are cut.
    private static final int TITLE_TOKENS = 48;

    private static final Door DOOR = new Door(NAME, "index.readers-file", "read");

    private final @Nullable WatchedFile<Readers> readers;
    private final boolean local;
    private final KafkaCheck kafka;
    private final StreamsRunner streams;
    private final DeliveryReports reports;
    private final Subscribers subscribers;
    private final FeedReader feed;
    private final ArticleSearch search;
    private final InstanceStores stores;
    private final InstanceRoutes instanceRoutes;
    private final KafkaFeedLog log;
    private final SavedQueries queries;
    private final QueryRoutes queryRoutes;
    private final Webhooks webhooks;
    private final IndexRoutes api;
    private final TopicArticleRoutes articleRoutes;
    private final FeedRoutes feedRoutes;
    private final List<java.util.function.Consumer<RoutesConfig>> pages;
    private final Map<String, Embeddings> embeddings;
    private final HttpServer http;
    private final ApiDocument document = new ApiDocument(IndexRoutes.class, "openapi.yaml");

    /// @throws org.copyflow.kit.settings.SettingsException where the settings contradict each other
    public IndexService(IndexSettings settings, KafkaSettings kafkaSettings, Metrics metrics) {
        DOOR.requireKeeper(settings.host(), settings.readersFile(), settings.open());
        readers = settings.readersFile().isEmpty() ? null : Readers.watched(Path.of(settings.readersFile()));
        local = Loopback.is(settings.host()) && !settings.open();
        embeddings = settings.storyEmbeddings() ? OnnxEmbeddings.byLanguage(TITLE_TOKENS) : Map.of();
        var held = new HeldParts();
        queries = new SavedQueries(kafkaSettings, Clock.systemUTC(), metrics.registry());
        kafka = new KafkaCheck(kafkaSettings, NAME + "-check");
        streams = streams(settings, kafkaSettings, metrics, held);
        var deliveries = new Deliveries(Clock.systemUTC());
        reports = new DeliveryReports(
                deliveries, () -> producer(kafkaSettings, NAME + "-deliveries", EventTopics.ARTICLES_DELIVERED));
        var withdrawals = new Withdrawals();
        subscribers = new Subscribers(limitsOfStreams(settings), deliveries, withdrawals, metrics.registry());
        feed = feed(kafkaSettings, metrics);
        log = KafkaFeedLog.of(kafkaSettings, NAME + "-feed-log", withdrawals);
        stores = new InstanceStores(
                streams::streams,
                streams::partitions,
                held,
                self(settings),
                settings.instancesKey().isEmpty() ? null : settings.instancesKey());
        instanceRoutes = stores.routes(Loopback.is(settings.host()) && readers == null);
        search = search(settings, kafkaSettings, metrics);
        var topicStore = new StreamsTopicStore(stores, settings.limits(), search::search, Clock.systemUTC());
        var articleStore = new StreamsArticleStore(stores);
        var storyStore = new StreamsStoryStore(stores);
        webhooks = webhooks(settings, kafkaSettings, metrics, held);
        api = new IndexRoutes(topicStore, articleStore, storyStore, search::search);
        articleRoutes = new TopicArticleRoutes(
                topicStore, articleStore, new TopicArticleRoutes.Feeds(settings.publicAddress(), queries::query));
        feedRoutes = new FeedRoutes(eventStreams(topicStore, settings), this::isSaved);
        queryRoutes = new QueryRoutes(queries);
        pages = List.of(
                new PageRoutes(topicStore, articleStore, storyStore)::addTo,
                new TopicPages(topicStore, articleStore, Clock.systemUTC())::addTo,
                new SearchPages(search::search)::addTo,
                new StoryPages(storyStore)::addTo);
        var server = new HttpServer.Settings(NAME, settings.host(), settings.port(), MAX_BODY_BYTES);
        http = new HttpServer(server, metrics, EventJson.mapper(), this::checks);
    }

    @Override
    public String name() {
        return NAME;
    }

    /// @throws org.copyflow.kit.settings.SettingsException where the file of readers cannot be used
    @Override
    public void start() {
        if (readers != null) {
            readers.start();
        }
        http.start(routes -> {
            if (readers != null) {
                new ReaderGate(readers).addTo(routes);
            } else if (local) {
                HostGate.addTo(routes);
            }
            stores.reads().addTo(routes);
            var apiRoutes = new Routes(routes, stores.reads());
            api.addTo(apiRoutes);
            articleRoutes.addTo(apiRoutes);
            feedRoutes.addTo(apiRoutes);
            queryRoutes.addTo(apiRoutes);
            new SubscriptionRoutes(webhooks, this::isSaved).addTo(apiRoutes);
            new BackTestRoutes(new BackTest(log, BACK_TEST_PATIENCE), subscribers, this::isSaved, Clock.systemUTC())
                    .addTo(apiRoutes);
            pages.forEach(page -> page.accept(routes));
            instanceRoutes.addTo(routes);
            document.addTo(routes);
        });
        queries.start();
        streams.start();
        feed.start();
        search.start();
        reports.start();
        webhooks.start();
    }

    @Override
    public List<Check> checks() {
        var checks =
                new ArrayList<>(List.of(kafka.check(), streams.check(), feed.check(), search.check(), queries.check()));
        checks.addAll(webhooks.checks());
        if (readers != null) {
            checks.add(readers.check());
        }
        return checks;
    }

    /// What it answers, as `GET /v1/topics`; once it is started.
    public List<String> routes() {
        return http.routes();
    }

    @Override
    public URI address() {
        return http.address();
    }

    @Override
    public void close() {
        subscribers.stop(); // streams must end before the server can
        webhooks.close();
        http.close();
        feed.close();
        log.close();
        search.close();
        reports.close();
        streams.close();
        queries.close();
        kafka.close();
        if (readers != null) {
            readers.close();
        }
        stores.close();
        embeddings.values().forEach(Embeddings::close);
    }

    /// An instance delivers the webhooks whose ids fall into the partitions of views that it works on.
    private Webhooks webhooks(IndexSettings settings, KafkaSettings kafka, Metrics metrics, HeldParts held) {
        var wanted = new Webhooks.Settings(
                settings.maxWebhooks(),
                settings.webhooksPrivate(),
                settings.webhookPatience(),
                settings.webhookFirstRetry(),
                settings.webhookGiveUpAfter());
        return new Webhooks(kafka, wanted, subscribers, log, whose(held), Clock.systemUTC(), metrics.registry());
    }

    private Couriers.Whose whose(HeldParts held) {
        return new Couriers.Whose() {
            @Override
            public boolean isMine(String id) {
                return held.worksOn(IndexStores.TOPICS, stores.partition(IndexStores.TOPICS, id));
            }

            @Override
            public @Nullable Limit limit(@Nullable String reader) {
                return readers == null ? Limit.NONE : readers.get().limitOfSubscriber(reader);
            }
        };
    }

    private boolean isSaved(String query) {
        return queries.query(query) != null;
    }

    private EventStreams eventStreams(TopicStore topics, IndexSettings settings) {
        var limits = new EventStreams.Limits(
                settings.maxReplayEvents(), settings.streamPatience(), settings.streamHeartbeat());
        return new EventStreams(topics, subscribers, log, limits);
    }

    private StreamsRunner streams(IndexSettings settings, KafkaSettings kafka, Metrics metrics, HeldParts held) {
        var budget = new EmbeddingBudget(settings.storyEmbeddingPercent());
        IndexMeters.count(budget, metrics.registry());
        var vectors = new TitleVectors(embeddings, budget);
        ComparisonLimits comparison = settings.comparison();
        var pace = new PublishPace(settings.publishPercent());
        var runner = new StreamsRunner(
                NAME,
                IndexTopology.of(
                        settings.limits(),
                        queries,
                        () -> new ComparisonProcessor(comparison, vectors, pace),
                        new IndexMeters(metrics.registry()),
                        held),
                streamsConfig(settings, kafka),
                IndexTopics.setup(kafka),
                metrics);
        runner.setStandbyUpdateListener(held);
        return runner;
    }

    private static Subscribers.Limits limitsOfStreams(IndexSettings settings) {
        return new Subscribers.Limits(settings.maxStreams(), settings.streamQueueEvents(), settings.rememberedEvents());
    }

    private static ArticleSearch search(IndexSettings settings, KafkaSettings kafka, Metrics metrics) {
        return new ArticleSearch(
                settings.stateDir().resolve(SEARCH_FOLDER),
                settings.searchPatience(),
                new KafkaArticles(kafka),
                Clock.systemUTC(),
                metrics.registry());
    }

    private static Map<String, Object> streamsConfig(IndexSettings settings, KafkaSettings kafka) {
        Map<String, Object> config = kafka.streams(APPLICATION_ID, settings.stateDir());
        HostInfo self = self(settings);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
        return config;
    }

    private FeedReader feed(KafkaSettings settings, Metrics metrics) {
        return new FeedReader(
                () -> consumer(settings, NAME + "-live-feed"),
                () -> TopicId.of(EventTopics.TOPICS_FEED.name(), settings, NAME + "-live-feed"),
                subscribers,
                Clock.systemUTC(),
                metrics.registry());
    }

    private static Consumer<String, byte[]> consumer(KafkaSettings settings, String clientId) {
        return new KafkaConsumer<>(settings.consumer(clientId), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static <V> Producer<String, V> producer(
            KafkaSettings settings, String clientId, EventTopic<String, V> topic) {
        return new KafkaProducer<>(
                settings.producer(clientId),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }

    private static HostInfo self(IndexSettings settings) {
        String host = settings.advertisedHost().isEmpty() ? settings.host() : settings.advertisedHost();
        return new HostInfo(host, settings.port());
    }
}
