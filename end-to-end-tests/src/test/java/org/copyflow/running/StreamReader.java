package org.copyflow.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A subscriber: keeps an event stream open and remembers what comes.
public final class StreamReader implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile boolean live;
    private volatile String lastEventId = "";
    private String id = "";
    private boolean positionAlone;

    /// @param address of a stream
    public StreamReader(String address) {
        this(address, "");
    }

    /// @param after the id of the event after which it goes on; empty where it begins
    public StreamReader(String address, String after) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
            if (!after.isEmpty()) {
                request.header("Last-Event-ID", after);
            }
            HttpResponse<Stream<String>> stream = http.send(request.build(), BodyHandlers.ofLines());
            if (stream.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + stream.statusCode());
            }
            Thread.startVirtualThread(() -> follow(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// The data of each event so far.
    public List<String> data() {
        return List.copyOf(events);
    }

    /// What happened so far, as `change article`.
    public List<String> changes() {
        return events.stream()
                .map(PipelineClient::json)
                .map(event -> text(event, "change") + " " + text(event.path("article"), "id"))
                .toList();
    }

    @Override
    public void close() {
        http.shutdownNow(); // close() would wait for the stream, which never ends
    }

    /// Whether all of the history has come: a position without an event follows it.
    public boolean isLive() {
        return live;
    }

    /// The id of the last event that came whole, or of the place reached without one.
    public String lastEventId() {
        return lastEventId;
    }

    private void read(String line) {
        if (line.startsWith("data:")) {
            events.add(line.substring("data:".length()).strip());
            positionAlone = false;
        } else if (line.startsWith("id:")) {
            id = line.substring("id:".length()).strip();
            positionAlone = true;
        } else if (line.isEmpty()) {
            lastEventId = id;
            live |= positionAlone;
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private void follow(HttpResponse<Stream<String>> stream) {
        try (Stream<String> lines = stream.body()) {
            lines.forEach(this::read);
        } catch (UncheckedIOException e) {
            // whoever reads has closed the client
        }
    }
}
