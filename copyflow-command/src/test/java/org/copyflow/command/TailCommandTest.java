package org.copyflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.copyflow.tail.EventStream;
import org.copyflow.terminal.CommandFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TailCommandTest {

    private static final String ADDED = """
            {"topic":{"id":"source:desk","name":"desk","kind":"source"},"change":"added","at":"2026-03-05T10:00:00Z",\
            "article":{"id":"a","title":"Bridge opens","source":"desk","receivedAt":"2026-03-05T10:00:00Z",\
            "sortedAt":"2026-03-05T10:00:00Z"}}""";

    private HttpServer index;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @BeforeEach
    void startIndex() throws IOException {
        index = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        index.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        index.createContext("/", this::answer);
        index.start();
    }

    @AfterEach
    void stopIndex() {
        index.stop(0);
    }

    /// The first connection gives one event and ends, the second goes on, the third finds the topic gone.
    @Test
    void goesOnAfterTheLastEventWhenTheConnectionEnds() {
        Run run = Run.of("tail", "--from", address(), "--since", "0-1", "--history", "5", "keyword:harbour bridge");

        assertThat(run.lines()).containsExactly(ADDED, "{\"gap\":{\"reason\":\"expired\"}}", ADDED);
        assertThat(requests)
                .containsExactly(
                        "/v1/topics/keyword%3Aharbour%20bridge/stream?history=5&after=0-1 null",
                        "/v1/topics/keyword%3Aharbour%20bridge/stream?history=5&after=0-1 0-2",
                        "/v1/topics/keyword%3Aharbour%20bridge/stream?history=5&after=0-1 0-9");
        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("connecting again", "answered 404", "no such topic");
    }

    @Test
    void saysThatNobodyAnswers() {
        String address = address();
        index.stop(0);

        Run run = Run.of("tail", "--from", address);

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("Nobody answers at " + address).contains("copyflow up");
    }

    @Test
    void stopsWhereItsReaderHasEnough() throws Exception {
        var seen = new CopyOnWriteArrayList<String>();
        var uri = index.getAddress();
        try (var stream = new EventStream(
                java.net.URI.create("http://127.0.0.1:" + uri.getPort() + "/v1/stream"), notice -> {})) {
            stream.follow(event -> {
                seen.add(event.type());
                return false;
            });
        } catch (CommandFailure e) {
            throw new AssertionError("it asked again", e);
        }
        assertThat(seen).containsExactly("added");
    }

    private String address() {
        return "http://127.0.0.1:" + index.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        switch (requests.size()) {
            case 1 -> send(exchange, 200, "retry: 1000\n\nid: 0-2\nevent: added\ndata: " + ADDED + "\n\n");
            case 2 ->
                send(
                        exchange,
                        200,
                        "event: gap\ndata: {\"reason\":\"expired\"}\n\nid: 0-3\nevent: added\ndata: " + ADDED
                                + "\n\nid: 0-9\n\n");
            default -> send(exchange, 404, "no such topic");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
