package org.copyflow.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SampleShowTest {

    private static final String ADDED = """
            id: 0-1
            event: added
            data: {"topic":{"id":"source:samples","name":"samples","kind":"source"},"change":"added",\
            "at":"2026-03-05T10:00:00Z","article":{"id":"a","title":"Bridge opens","source":"samples",\
            "receivedAt":"2026-03-05T10:00:00Z","sortedAt":"2026-03-05T10:00:00Z"}}

            """;

    @TempDir
    private Path folder;

    private HttpServer services;

    @BeforeEach
    void startServices() throws IOException {
        Files.writeString(folder.resolve("one.md"), "# Bridge opens\n\nIt opened.");
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        services.createContext(
                "/v1/articles", exchange -> answer(exchange, 202, "{\"id\":\"a\",\"receipt\":\"/receipt\"}"));
        services.createContext(
                "/receipt", exchange -> answer(exchange, 200, "{\"status\":\"published\",\"articles\":[\"a\"]}"));
        services.createContext("/v1/stream", exchange -> answerReader(exchange, ADDED));
        services.createContext(
                "/v1/topics",
                exchange -> answerReader(exchange, "{\"topics\":[{\"id\":\"source:samples\",\"articles\":1}]}"));
        services.start();
    }

    @AfterEach
    void stopServices() {
        services.stop(0);
    }

    @Test
    void readsWithTheReadersKey() throws InterruptedException {
        assertThat(shown("cfk_right")).contains("Bridge opens", "samples: {published=1}", "source:samples");
    }

    @Test
    void saysThatTheIndexWantsAKey() throws InterruptedException {
        assertThat(shown(null)).contains("samples: {published=1}", "401", "COPYFLOW_KEY");
    }

    private String shown(@Nullable String key) throws InterruptedException {
        var out = new StringWriter();
        URI address = URI.create("http://127.0.0.1:" + services.getAddress().getPort());
        new SampleShow(address, key, new PrintWriter(out)).run(new Samples(folder, address));
        return out.toString();
    }

    private static void answerReader(HttpExchange exchange, String body) throws IOException {
        boolean known = "Bearer cfk_right".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, known ? 200 : 401, known ? body : "{\"code\":\"missing-key\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
