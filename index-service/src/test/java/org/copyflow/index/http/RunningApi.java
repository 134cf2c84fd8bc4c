package org.copyflow.index.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.instances.PatientReads;
import org.copyflow.index.live.Deliveries;
import org.copyflow.index.live.FeedEvent;
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
final class RunningApi implements AutoCloseable {

    static final int MAX_STREAMS = 3;
    static final int QUEUE_EVENTS = 10;
    static final int MAX_REPLAY_EVENTS = 6;

    final FakeTopics topics = new FakeTopics();
    final FakeStories stories = new FakeStories();
    final Map<String, Article> articles = new ConcurrentHashMap<>();
    final Subscribers subscribers = new Subscribers(
            MAX_STREAMS, QUEUE_EVENTS, new Deliveries(InstantSource.system()), new SimpleMeterRegistry());
    volatile @Nullable SearchQuery searched;
    volatile SearchPage search = new SearchPage(0, List.of(), null, Map.of());
    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("index", "127.0.0.1", 0, 1_024), metrics, EventJson.mapper(), List::of);

    RunningApi() {
        this(Duration.ofSeconds(15));
    }

    RunningApi(Duration heartbeat) {
        var streams = new EventStreams(topics, subscribers, MAX_REPLAY_EVENTS, Duration.ofMillis(200), heartbeat);
        server.start(new IndexRoutes(
                topics, articles::get, stories, streams, this::search, new PatientReads(() -> {}, () -> false))::addTo);
    }

    /// The feed is followed from here on.
    void ready(int partitions) {
        for (int partition = 0; partition < partitions; partition++) {
            subscribers.startAt(partition, -1);
        }
        subscribers.ready();
    }

    /// An event passes on the feed.
    void happens(int partition, long offset, TopicEvent event) {
        subscribers.publish(
                event.topic().id(),
                partition,
                offset,
                () -> new FeedEvent(partition, offset, event, EventJson.mapper().writeValueAsString(event), null));
    }

    URI uri(String pathAndQuery) {
        return URI.create(server.address() + pathAndQuery);
    }

    HttpResponse<String> get(String pathAndQuery, String... headers) throws IOException, InterruptedException {
        return client.send(request(pathAndQuery, headers), BodyHandlers.ofString());
    }

    HttpResponse<String> head(String pathAndQuery) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(pathAndQuery)).HEAD().build(), BodyHandlers.ofString());
    }

    JsonNode json(String pathAndQuery) throws IOException, InterruptedException {
        return EventJson.mapper().readTree(get(pathAndQuery).body());
    }

    EventReader stream(String pathAndQuery, String... headers) throws IOException, InterruptedException {
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
