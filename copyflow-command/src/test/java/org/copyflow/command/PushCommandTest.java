package org.copyflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushCommandTest {

    @TempDir
    private Path folder;

    private HttpServer ingest;
    private final Map<String, String> received = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger busyTimes = new AtomicInteger();

    @BeforeEach
    void startIngest() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ingest.createContext("/", this::answer);
        ingest.start();
    }

    @AfterEach
    void stopIngest() {
        ingest.stop(0);
    }

    @Test
    void reportsFilesInTheirOrderAlthoughSeveralAreUnderWay() throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            files.add(write("story-" + i + ".txt", "Story " + i));
        }

        Run run = push(files.toArray(String[]::new));

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(40);
        IntStream.range(0, 40)
                .forEach(i -> assertThat(run.lines().get(i))
                        .isEqualTo("accepted  id-of-" + ("Story " + i).hashCode() + "  " + files.get(i)));
        assertThat(run.err()).contains("40 accepted, 0 refused");
    }

    @Test
    void pushesWithAKeyAndLeavesTheSourceToIt() throws IOException {
        Run run = push("--key", "cfk_x", write("good.html", "<html>Good</html>"));

        assertThat(run.exitCode()).isZero();
        assertThat(received.get("<html>Good</html>")).isEqualTo("/v1/articles text/html null");
        assertThat(authorizations).containsExactly("Bearer cfk_x");
    }

    @Test
    void saysWhyAFileWasRefused() throws IOException {
        String good = write("good.html", "<html>Good</html>");
        String bad = write("bad.txt", "refuse me");

        Run run = push("--source", "desk", good, bad, folder.resolve("missing").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err())
                .contains("refused   " + bad + ": 422 unreadable: Nothing to read here.")
                .contains("missing: file-not-found")
                .contains("1 accepted, 2 refused");
        assertThat(received.get("<html>Good</html>")).isEqualTo("/v1/articles text/html desk");
    }

    @Test
    void reportsEachItemOfAFeed() throws IOException {
        String feed = write("news.rss", "<rss>feed</rss>");

        Run run = push(feed);

        assertThat(received.get("<rss>feed</rss>")).startsWith("/v1/articles:batch application/rss+xml");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines()).containsExactly("accepted  first  " + feed + "[1]");
        assertThat(run.err()).contains("refused   " + feed + "[2]: 422 unreadable: No text.");
    }

    @Test
    void passesOnWhatTheCallerSaysOfTheItem() throws IOException {
        String page = write("page.bin", "A page");

        push("--uri", "urn:page:1 & more", "--media-type", "text/html; charset=gbk", page);

        assertThat(received.get("A page"))
                .isEqualTo("/v1/articles?uri=urn%3Apage%3A1+%26+more text/html; charset=gbk local");
        assertThat(push("--uri", "urn:1", page, page).exitCode()).isEqualTo(2);
    }

    @Test
    void triesAgainWhatIngestCannotTakeJustNow() throws IOException {
        busyTimes.set(2);

        Run run = push(write("story.txt", "Story"));

        assertThat(run.exitCode()).isZero();
        assertThat(busyTimes.get()).isEqualTo(-1);
    }

    @Test
    void reportsEachItemOfABatchThatIngestCouldNotTake() throws IOException {
        String feed = write("news.rss", "<rss>down</rss>");

        Run run = push(feed);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("refused   " + feed + "[1]: 400 invalid-batch-line: No JSON.")
                .contains("refused   " + feed + "[2]: 503 kafka-unavailable: Later.")
                .contains("0 accepted, 2 refused");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        String story = write("story.txt", "Story");
        int port = ingest.getAddress().getPort();
        ingest.stop(0);

        Run run = Run.of("push", "--to", "http://127.0.0.1:" + port, story);

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err())
                .contains("No ingest service answers at http://127.0.0.1:" + port)
                .contains("copyflow up");
    }

    private Run push(String... arguments) {
        var all = new ArrayList<>(List.of(
                "push", "--to", "http://127.0.0.1:" + ingest.getAddress().getPort()));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray(String[]::new));
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    /// An ingest service that refuses what says so, and knows feeds of two items of which the second has no text.
    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        authorizations.add(String.valueOf(headers.getFirst("Authorization")));
        received.put(
                body,
                exchange.getRequestURI() + " " + headers.getFirst("Content-Type") + " "
                        + headers.getFirst("Copyflow-Source"));
        if (busyTimes.getAndDecrement() > 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            send(exchange, 503, "{\"code\":\"overloaded\",\"detail\":\"Later.\"}");
        } else if (body.contains("refuse")) {
            send(exchange, 422, "{\"code\":\"unreadable\",\"detail\":\"Nothing to read here.\"}");
        } else if (body.contains("down")) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            send(exchange, 503, """
                    {"status":503,"code":"kafka-unavailable","detail":"Later.","items":[
                     {"index":0,"status":"refused",
                      "problem":{"status":400,"code":"invalid-batch-line","detail":"No JSON."}},
                     {"index":1,"status":"refused",
                      "problem":{"status":503,"code":"kafka-unavailable","detail":"Later."}}]}
                    """);
        } else if (body.contains("feed")) {
            send(exchange, 207, """
                    [{"index":0,"status":"accepted","id":"first","receipt":"/v1/receipts/0-1"},
                     {"index":1,"status":"refused",
                      "problem":{"status":422,"code":"unreadable","detail":"No text."}}]
                    """);
        } else {
            send(exchange, 202, "{\"id\":\"id-of-" + body.hashCode() + "\",\"receipt\":\"/v1/receipts/0-2\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
