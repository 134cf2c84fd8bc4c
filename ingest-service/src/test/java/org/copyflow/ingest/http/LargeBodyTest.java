package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A body far over the limit: the client is told, although it is still sending.
final class LargeBodyTest {

    private final IngestApi api = new IngestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, 1_000_000, 5_000_000, 30_000_000})
    void tellsAClientThatSaysItsLength(int bytes) {
        assertRefused(BodyPublishers.ofByteArray(new byte[bytes]));
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, 1_000_000, 5_000_000, 30_000_000})
    void tellsAClientThatSendsInChunks(int bytes) {
        assertRefused(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])));
    }

    @ParameterizedTest
    @CsvSource({"/v1/articles?source=desk, 6000000", "/v1/articles, 6000000", "/v1/articles?source=desk, 40000000"})
    void tellsAClientThatReadsNoAnswerBeforeItHasSentAll(String path, int bytes) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), api.address().getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                            + "Content-Length: " + bytes + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[bytes]);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 4")
                    .contains("/problems/");
        }
    }

    private void assertRefused(BodyPublisher body) {
        Answer answer = api.send(api.request("/v1/articles?source=desk")
                .header("Content-Type", "text/plain")
                .POST(body));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }
}
