package org.copyflow.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.copyflow.events.EventJson;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.ingest.access.Gate;
import org.copyflow.ingest.dryrun.DryRuns;
import org.copyflow.ingest.once.KeysInMemory;
import org.copyflow.ingest.push.Intake;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import tools.jackson.databind.JsonNode;

/// Ingest's push API on a free port, without Kafka, and a client for it.
final class IngestApi implements AutoCloseable {

    static final int MAX_BODY_BYTES = 100_000;
    static final int MAX_BATCH_BODY_BYTES = 200_000;
    static final int MAX_ITEMS = 5;
    static final Duration SLOW_BODY_PATIENCE = Duration.ofMillis(1_500);
    static final int MAX_PUSHES = 2;
    static final Instant NOW = Instant.parse("2026-05-03T08:30:00Z");

    final RecordingPublisher publisher = new RecordingPublisher();
    final Metrics metrics = new Metrics();
    final KeysInMemory keys = new KeysInMemory();
    final HeldDesk desk = new HeldDesk();
    final DryRuns dryRuns = new DryRuns(desk, 1, Duration.ofSeconds(10));
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("ingest", "127.0.0.1", 0, MAX_BODY_BYTES), metrics, EventJson.mapper(), List::of);
    private final HttpClient client = HttpClient.newHttpClient();

    IngestApi() {
        this(Gate.open());
    }

    IngestApi(Gate gate) {
        var intake = new Intake(KnownFormats.readers(), InstantSource.fixed(NOW), MAX_ITEMS);
        var limits = new PushRoutes.Limits(
                MAX_BODY_BYTES,
                MAX_BATCH_BODY_BYTES,
                MAX_ITEMS,
                MAX_PUSHES,
                10_000_000,
                SLOW_BODY_PATIENCE,
                Duration.ofMillis(300));
        var stations = new PushRoutes.Stations(gate, intake, keys.once(), publisher, dryRuns);
        server.start(new PushRoutes(stations, limits, metrics)::addTo);
    }

    URI address() {
        return server.address();
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(server.address().resolve(pathAndQuery)).timeout(Duration.ofSeconds(20));
    }

    Answer push(String pathAndQuery, String contentType, String body) {
        return push(pathAndQuery, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer push(String pathAndQuery, String contentType, byte[] body) {
        return send(request(pathAndQuery)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    static Answer get(URI address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return send(client, HttpRequest.newBuilder(address));
        }
    }

    Answer send(HttpRequest.Builder request) {
        return send(client, request);
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        dryRuns.close();
        metrics.close();
    }

    /// What the API answered.
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return EventJson.mapper().readTree(response.body());
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        /// The code of the problem that it is.
        String code() {
            return header("Content-Type").startsWith("application/problem+json") ? text("code") : "no problem";
        }
    }
}
