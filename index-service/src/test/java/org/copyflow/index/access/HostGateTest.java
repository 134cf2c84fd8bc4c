package org.copyflow.index.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of hosts on a loopback address, by raw requests: clients set that header themselves.
final class HostGateTest {

    private final Metrics metrics = new Metrics();
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("index", "127.0.0.1", 0, 1_024), metrics, EventJson.mapper(), List::of);

    HostGateTest() {
        server.start(routes -> {
            HostGate.addTo(routes);
            routes.get("/v1/topics", ctx -> ctx.result("content"));
        });
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 200",
        "localhost:8080, 200",
        "[::1]:8080, 200",
        "evil.example, 403",
        "127.0.0.1.evil.example:8080, 403",
        "[2001:db8::1], 403"
    })
    void takesNamesOfTheOwnMachineOnly(String host, int status) throws IOException {
        URI address = server.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET /v1/topics HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status);
            assertThat(answer.contains("foreign-host")).isEqualTo(status == 403);
        }
    }
}
