package org.copyflow.ingest.feeds;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;

/// A web server that answers what the test tells it to, and keeps what it was asked.
final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Asked(String path, Map<String, String> headers) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, byte[] body, Map<String, String> headers) {}

    /// @param host of the loopback network, as `127.0.0.2`
    FeedServer(String host) {
        try {
            server = HttpServer.create(new InetSocketAddress(host, 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            Headers got = exchange.getRequestHeaders();
            var headers = new ConcurrentHashMap<String, String>();
            got.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            asked.add(new Asked(exchange.getRequestURI().toString(), headers));
            Answer answer =
                    answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, new byte[0], Map.of()));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            try (exchange) {
                exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        });
        server.start();
    }

    HttpUrl url(String path) {
        return HttpUrl.get("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + path);
    }

    void answer(String path, int status, String body, Map<String, String> headers) {
        answers.put(path, new Answer(status, body.getBytes(StandardCharsets.UTF_8), headers));
    }

    void answer(String path, byte[] body, Map<String, String> headers) {
        answers.put(path, new Answer(200, body, headers));
    }

    List<Asked> asked() {
        return asked;
    }

    Asked last() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
