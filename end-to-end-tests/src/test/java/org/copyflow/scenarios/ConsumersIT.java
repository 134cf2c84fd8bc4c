package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.ExampleProgram;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The consumers of `docs/consumers`, run as their readers would run them, over additions, corrections and kills, and
/// killed meanwhile: each ends with the articles that are published, no other and none missing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsumersIT {

    private static final int MANY = 10;

    @TempDir
    private Path folder;

    private final CopyflowProcess[] running = new CopyflowProcess[1];

    /// The articles of one source: what was pushed, and what is published of it.
    private final class Desk {
        private final String source;
        private final Map<String, String> published = new HashMap<>();
        private final Set<String> pushed = new HashSet<>();

        Desk(String source) {
            this.source = source;
        }

        void push(String uri, int version, String title) {
            var answer = client().pushMarkdown(
                            source, uri, "&version=" + version, "# " + title + "\n\nThe " + title + " of " + uri + ".");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            String id = PipelineClient.json(answer.body()).path("id").asString();
            published.put(id, title);
            pushed.add(id);
        }

        void kill(String uri) {
            var answer = client().delete(source, uri);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            published.remove(PipelineClient.json(answer.body()).path("id").asString());
        }
    }

    @BeforeAll
    void start(@TempDir Path state) {
        running[0] = CopyflowProcess.up(state.resolve("data"), "--set", "index.webhooks-private=true");
    }

    @AfterAll
    void stop() {
        running[0].close();
    }

    @Test
    void javaFollowsKafka() {
        Path kept = folder.resolve("articles");
        var desk = new Desk("kafka");
        desk.push("before", 1, "Quay");
        try (var program = ExampleProgram.java(
                folder.resolve("kafka.log"), "FollowFeed.java", running[0].kafkaAddress(), kept.toString())) {
            followsThroughKills(desk, program, () -> files(kept));
        }
    }

    @Test
    void pythonFollowsTheStream() {
        assumeThat(ExampleProgram.hasPython()).as("python3 is on this machine").isTrue();
        Path table = folder.resolve("stream.db");
        var desk = new Desk("stream");
        desk.push("before", 1, "Quay");
        try (var program = ExampleProgram.python(
                folder.resolve("stream.log"),
                Map.of(),
                "follow_stream.py",
                client().readAddress(),
                table.toString(),
                "source=stream")) {
            followsThroughKills(desk, program, () -> rows(table));

            program.kill();
            sql(table, "update place set value = 'elsewhere~0-1'");
            sql(table, "insert into article values ('ghost', 1, 'Withdrawn while it was away')");
            desk.pushed.add("ghost");
            program.startAgain();
            awaitThat(desk, () -> rows(table));
            assertThat(program.output()).contains("gap:").contains("unknown-cursor");
        }
    }

    @Test
    void pythonReceivesWebhooks() throws Exception {
        assumeThat(ExampleProgram.hasPython()).as("python3 is on this machine").isTrue();
        Path table = folder.resolve("webhooks.db");
        int port = freePort();
        String address = "http://127.0.0.1:" + port + "/events";
        var desk = new Desk("webhook");
        desk.push("before", 1, "Quay");
        JsonNode made = client().posted(
                        "/v1/subscriptions",
                        "{\"url\":\"%s\",\"filter\":{\"source\":\"webhook\"},\"since\":\"%s\"}"
                                .formatted(address, Instant.now().minus(Duration.ofHours(1))),
                        201);
        try (var program = ExampleProgram.python(
                folder.resolve("webhooks.log"),
                Map.of("WEBHOOK_SECRET", made.path("secret").asString()),
                "receive_webhooks.py",
                client().readAddress(),
                table.toString(),
                Integer.toString(port),
                "source=webhook")) {
            followsThroughKills(desk, program, () -> rows(table));
            assertThat(forged(address)).isEqualTo(401);
        }
    }

    private void followsThroughKills(Desk desk, ExampleProgram program, Supplier<Map<String, String>> table) {
        awaitThat(desk, table);

        desk.push("before", 2, "Quay opens");
        desk.push("ferry", 1, "Ferry");
        awaitThat(desk, table);
        desk.kill("ferry");
        awaitThat(desk, table);

        for (int i = 0; i < MANY; i++) {
            desk.push("urn:" + i, 1, "Storm " + i);
        }
        await().atMost(SOON).until(() -> table.get().containsValue("Storm 0"));
        program.kill(); // in the middle of these
        desk.push("ferry", 5, "Ferry again");
        desk.kill("before");
        for (int i = 0; i < MANY; i += 2) {
            desk.push("urn:" + i, 2, "Storm " + i + " is over");
            desk.kill("urn:" + (i + 1));
        }
        program.startAgain();
        awaitThat(desk, table);
    }

    /// Of other sources the table may hold what it likes: other tests push them.
    private static void awaitThat(Desk desk, Supplier<Map<String, String>> table) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            Map<String, String> kept = new HashMap<>(table.get());
            kept.keySet().retainAll(desk.pushed);
            assertThat(kept).isEqualTo(desk.published);
        });
    }

    private PipelineClient client() {
        return running[0].client();
    }

    private static Map<String, String> files(Path folder) {
        if (!Files.exists(folder)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(".half"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), ConsumersIT::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "removed just now";
        }
    }

    private static Map<String, String> rows(Path table) {
        return Files.exists(table)
                ? sql(table, "select id, title from article")
                        .lines()
                        .map(row -> row.split("\t", -1))
                        .collect(Collectors.toMap(row -> row[0], row -> row[1]))
                : Map.of();
    }

    /// Runs SQL by Python, which has SQLite with it.
    ///
    /// @return the rows, a line each, with a tab between two columns
    private static String sql(Path table, String statement) {
        String script = """
                import sqlite3, sys
                with sqlite3.connect(sys.argv[1]) as db:
                    for row in db.execute(sys.argv[2]):
                        print(*row, sep="\\t")
                """;
        try {
            Process process = new ProcessBuilder("python3", "-c", script, table.toString(), statement).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int forged(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("webhook-id", "evt_0_0")
                .header("webhook-timestamp", Long.toString(Instant.now().getEpochSecond()))
                .header("webhook-signature", "v1,Zm9yZ2Vk")
                .POST(BodyPublishers.ofString("{\"type\":\"article.removed\"}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
