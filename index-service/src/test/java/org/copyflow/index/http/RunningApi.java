package org.copyflow.index.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.backtest.BackTest;
import org.copyflow.index.feed.FakeFeedLog;
import org.copyflow.index.feed.FeedEvent;
import org.copyflow.index.feed.Withdrawals;
import org.copyflow.index.http.feed.EventStreams;
import org.copyflow.index.http.feed.FeedRoutes;
import org.copyflow.index.http.subscription.BackTestRoutes;
import org.copyflow.index.http.topic.TopicArticleRoutes;
import org.copyflow.index.instances.PatientReads;
import org.copyflow.index.live.Deliveries;
import org.copyflow.index.live.Subscribers;
import org.copyflow.index.query.FakeTopics;
import org.copyflow.index.query.story.FakeStories;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The API on a real server, over stores in memory.
public final class RunningApi implements AutoCloseable {

    public static final int MAX_STREAMS = 3;
    public static final int QUEUE_EVENTS = 10;
    public static final int MAX_REPLAY_EVENTS = 6;
    public static final int REMEMBERED_EVENTS = 4;
    public static final String FEED = "feedId";

    public final FakeTopics topics = new FakeTopics();
    public final FakeStories stories = new FakeStories();
    public final Map<String, Article> articles = new ConcurrentHashMap<>();
    public final Map<String, SavedQuery> queries = new ConcurrentHashMap<>();
    private final Withdrawals withdrawals = new Withdrawals();
    public final FakeFeedLog log = new FakeFeedLog(withdrawals);
    public final Subscribers subscribers = new Subscribers(
            new Subscribers.Limits(MAX_STREAMS, QUEUE_EVENTS, REMEMBERED_EVENTS),
            new Deliveries(InstantSource.system()),
            withdrawals,
            new SimpleMeterRegistry());
    public volatile @Nullable SearchQuery searched;
    public volatile SearchPage search = new SearchPage(0, List.of(), null, Map.of());
    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("index", "127.0.0.1", 0, 1_024), metrics, EventJson.mapper(), List::of);

    public RunningApi() {
        this(Duration.ofSeconds(15));
    }

    public RunningApi(Duration heartbeat) {
        var streams = new EventStreams(
                topics,
                subscribers,
                log,
                new EventStreams.Limits(MAX_REPLAY_EVENTS, Duration.ofMillis(200), heartbeat));
        var reads = new PatientReads();
        server.start(config -> {
            var routes = new Routes(config, reads);
            new IndexRoutes(topics, articles::get, stories, this::search).addTo(routes);
            new TopicArticleRoutes(topics, articles::get, new TopicArticleRoutes.Feeds("", queries::get)).addTo(routes);
            new FeedRoutes(streams, "saved"::equals).addTo(routes);
            new BackTestRoutes(
                            new BackTest(log, Duration.ofSeconds(5)),
                            subscribers,
                            "saved"::equals,
                            InstantSource.system())
                    .addTo(routes);
        });
    }

    /// The feed is followed from here on.
    public void ready(int partitions) {
        subscribers.follow(FEED);
        for (int partition = 0; partition < partitions; partition++) {
            subscribers.startAt(partition, -1);
        }
        subscribers.ready();
    }

    /// An event passes on the feed.
    public void happens(int partition, long offset, TopicEvent event) {
        subscribers.publish(
                event.topic().id(),
                partition,
                offset,
                cursor -> new FeedEvent(
                        partition, offset, event, EventJson.mapper().writeValueAsString(event), null, cursor));
    }

    public URI uri(String pathAndQuery) {
        return URI.create(server.address() + pathAndQuery);
    }

    public HttpResponse<String> get(String pathAndQuery, String... headers) throws IOException, InterruptedException {
        return client.send(request(pathAndQuery, headers), BodyHandlers.ofString());
    }

    public HttpResponse<String> head(String pathAndQuery) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(pathAndQuery)).HEAD().build(), BodyHandlers.ofString());
    }

    public JsonNode json(String pathAndQuery) throws IOException, InterruptedException {
        return EventJson.mapper().readTree(get(pathAndQuery).body());
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    public EventReader stream(String pathAndQuery, String... headers) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request(pathAndQuery, headers), BodyHandlers.ofInputStream());
        return new EventReader(response);
    }

    @Override
    public void close() {
        subscribers.stop();
        client.shutdownNow(); // the server waits for connections
        server.close();
        metrics.close();
    }

    private SearchPage search(SearchQuery query) {
        searched = query;
        return search;
    }

    private HttpRequest request(String pathAndQuery, String... headers) {
        var request = HttpRequest.newBuilder(uri(pathAndQuery));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
