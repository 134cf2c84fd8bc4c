package org.copyflow.hostile;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.copyflow.events.EventJson;
import org.copyflow.running.PipelineClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Sends what a case says, and puts what came of it in a few words.
final class HostileClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI ingest;

    HostileClient(String ingest) {
        this.ingest = URI.create(ingest);
    }

    /// Status and code; of what is accepted also what became of it.
    String answer(HostileCase.Request request) throws IOException, InterruptedException {
        if (request.method().equals(HostileCase.RAW)) {
            return overTheWire(request.body().get());
        }
        HttpResponse<String> response = send(request);
        return switch (response.statusCode()) {
            case 202 ->
                "202 " + outcome(response.headers().firstValue("Location").orElseThrow());
            case 207 -> "207 " + items(json(response.body()));
            default ->
                response.statusCode() + " " + json(response.body()).path("code").asString("");
        };
    }

    /// Pushes an article that is as it should be.
    ///
    /// @return the path of its receipt
    String pushGood(int number) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HostileCase.push(
                        "text/plain",
                        "Ferry " + number + " runs all night.\n\nThe ferry runs all night from Monday on.")
                .at("/v1/articles?source=good&uri=ferry:" + number));
        if (response.statusCode() != 202) {
            throw new AssertionError("a good article was answered " + response.statusCode() + ": " + response.body());
        }
        return response.headers().firstValue("Location").orElseThrow();
    }

    /// What became of an accepted article, once that is known.
    String outcome(String receipt) {
        await(receipt).atMost(PipelineClient.SOON).until(() -> !status(receipt).equals("accepted"));
        JsonNode found = get(receipt);
        String error = found.path("errorCode").asString("");
        return found.path("status").asString() + (error.isEmpty() ? "" : ": " + error);
    }

    JsonNode get(String path) {
        try {
            return json(http.send(
                            HttpRequest.newBuilder(ingest.resolve(path))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The bytes of heap that are in use, garbage included.
    long heapBytes() throws IOException, InterruptedException {
        String metrics = http.send(
                        HttpRequest.newBuilder(ingest.resolve("/metrics")).build(), BodyHandlers.ofString())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        http.close();
    }

    private String status(String receipt) {
        return get(receipt).path("status").asString();
    }

    private HttpResponse<String> send(HostileCase.Request request) throws IOException, InterruptedException {
        byte[] body = request.body().get();
        var builder = HttpRequest.newBuilder(ingest.resolve(request.path()))
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        request.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        request.headers().forEach(builder::header);
        return http.send(builder.build(), BodyHandlers.ofString());
    }

    private static String items(JsonNode items) {
        List<String> codes = items.valueStream()
                .map(item -> item.path("problem")
                        .path("code")
                        .asString(item.path("status").asString()))
                .toList();
        return codes.stream().distinct().count() == 1 && codes.size() > 3
                ? codes.size() + " x " + codes.getFirst()
                : codes.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /// Whatever comes back before the server hangs up: it must.
    private String overTheWire(byte[] bytes) throws IOException {
        try (var socket = new Socket(ingest.getHost(), ingest.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            String answer = new String(readUntilTheEnd(socket.getInputStream()), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 ")) {
                return answer.isEmpty()
                        ? "hung up"
                        : "no HTTP: " + answer.lines().findFirst().orElse("");
            }
            String body =
                    answer.substring(Math.max(0, answer.indexOf("\r\n\r\n"))).strip();
            return answer.substring(9, 12) + " " + json(body).path("code").asString("");
        }
    }

    /// What came before the connection was reset is an answer too.
    private static byte[] readUntilTheEnd(InputStream in) {
        var all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (IOException e) {
            return all.toByteArray();
        }
        return all.toByteArray();
    }

    private static JsonNode json(String body) {
        int object = body.indexOf('{');
        int array = body.indexOf('[');
        int start = array >= 0 && (object < 0 || array < object) ? array : Math.max(0, object);
        try {
            return EventJson.mapper().readTree(body.isEmpty() ? "{}" : body.substring(start));
        } catch (JacksonException e) {
            return EventJson.mapper().createObjectNode();
        }
    }
}
