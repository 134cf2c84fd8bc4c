package org.copyflow.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.copyflow.events.EventJson;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// All hostile cases, at everything in one process with the heap that `copyflow up` gives it.
final class HostilePushIT {

    private static final int LEAST_CASES = 60;
    private static final long MEGABYTE = 1_048_576;
    private static final long MOST_RESIDENT_MEGABYTES = 1_000;
    private static final int SLOW_MS = 30_000;
    private static final int AT_ONCE = 4;

    @TempDir
    private Path folder;

    @Test
    void eachPushGetsItsAnswerAndTheNextGoodOnePasses() throws Exception {
        List<HostileCase> cases = Stream.of(
                        XmlCases.all(),
                        JsonCases.all(),
                        TextCases.all(),
                        PackedCases.all(),
                        MemoryCases.all(),
                        RequestCases.all())
                .flatMap(List::stream)
                .toList();
        assertThat(cases).hasSizeGreaterThan(LEAST_CASES);
        var wrong = new ArrayList<String>();
        var receipts = new ArrayList<String>();
        long mostHeap = 0;
        try (var copyflow = CopyflowProcess.up(folder.resolve("data"));
                var client = new HostileClient(copyflow.client().pushAddress())) {
            for (HostileCase one : cases) {
                long begun = System.nanoTime();
                String answer = client.answer(one.request());
                long ms = (System.nanoTime() - begun) / 1_000_000;
                long heap = client.heapBytes() / MEGABYTE;
                mostHeap = Math.max(mostHeap, heap);
                receipts.add(client.pushGood(receipts.size()));
                IO.println("%-10s %-48s %-50s %6d ms %5d MB".formatted(one.kind(), one.name(), answer, ms, heap));
                if (!answer.equals(one.expected()) || ms > SLOW_MS) {
                    wrong.add(one.kind() + ", " + one.name() + ": expected " + one.expected() + ", was " + answer
                            + " after " + ms + " ms");
                }
            }
            assertThat(receipts).map(client::outcome).containsOnly("published");
            long resident = copyflow.mostResidentBytes() / MEGABYTE;
            IO.println(cases.size() + " cases; heap in use at most " + mostHeap + " MB, process at most " + resident
                    + " MB");
            assertThat(resident).isLessThan(MOST_RESIDENT_MEGABYTES);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void fourAtOnceThatTakeMuchMemoryLeaveRoomForAGoodOne() throws Exception {
        try (var copyflow = CopyflowProcess.up(folder.resolve("data"));
                var client = new HostileClient(copyflow.client().pushAddress());
                var pushers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (HostileCase one : MemoryCases.batches()) {
                List<Callable<String>> pushes = Collections.nCopies(AT_ONCE, () -> client.answer(one.request()));
                for (Future<String> push : pushers.invokeAll(pushes)) {
                    assertThat(push.get()).as(one.name()).isIn(one.expected(), "503 overloaded");
                }
                assertThat(client.outcome(client.pushGood(0))).isIn("published", "duplicate");
            }
        }
    }

    @Test
    void nothingThatIsDroppedLeavesItsFolder() throws Exception {
        Path hot = Files.createDirectory(folder.resolve("hot"));
        Path desk = Files.createDirectory(hot.resolve("desk"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("inside.txt"), "Not for anybody.");
        Files.createSymbolicLink(hot.resolve("linked"), elsewhere);
        try (var copyflow = CopyflowProcess.up(folder.resolve("data"), "--set", "ingest.folder=" + hot)) {
            Map<String, String> expected = HostileFiles.drop(desk);

            await().atMost(PipelineClient.SOON).until(() -> waiting(desk) == 0);

            assertThat(fates(desk)).containsExactlyInAnyOrderEntriesOf(expected);
            assertThat(elsewhere).isDirectoryContaining("glob:**inside.txt");
            assertThat(copyflow.mostResidentBytes() / MEGABYTE).isLessThan(MOST_RESIDENT_MEGABYTES);
            try (var client = new HostileClient(copyflow.client().pushAddress())) {
                assertThat(client.outcome(client.pushGood(0))).isEqualTo("published");
            }
        }
    }

    @Test
    void noFeedLeadsToAnAddressInside() throws Exception {
        var asked = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        inside.start();
        int port = inside.getAddress().getPort();
        // a path of its own for each: some are different spellings of one address
        List<String> addresses = Stream.of(
                        "127.0.0.1:" + port,
                        "localhost:" + port,
                        "127.1:" + port,
                        "0x7f000001:" + port,
                        "2130706433:" + port,
                        "0:" + port,
                        "[::1]:" + port,
                        "[::ffff:127.0.0.1]:" + port,
                        "[64:ff9b::7f00:1]",
                        "169.254.169.254",
                        "10.0.0.1",
                        "100.64.0.1",
                        "[fd00:ec2::254]")
                .map(host -> "http://" + host + "/" + Integer.toHexString(host.hashCode()))
                .toList();
        Path list = Files.writeString(folder.resolve("feeds.txt"), String.join(" inside\n", addresses) + " inside\n");
        Path state = folder.resolve("data/ingest/feeds");
        try (var copyflow = CopyflowProcess.up(
                folder.resolve("data"), "--set", "ingest.feeds-file=" + list, "--set", "ingest.feeds-host-gap=0s")) {
            await().atMost(PipelineClient.SOON).until(() -> problems(state).size() == addresses.size());

            problems(state).forEach((address, problem) -> IO.println("%-50s %s".formatted(address, problem)));
            assertThat(problems(state).values())
                    .allMatch(problem -> problem.matches("feed-(not-public|unreachable): .*"));
            assertThat(problems(state).values()).anyMatch(problem -> problem.startsWith("feed-not-public"));
            assertThat(asked).hasValue(0);
            assertThat(copyflow.client().ready()).isTrue();
        } finally {
            inside.stop(0);
        }
    }

    private static Map<String, String> problems(Path state) throws IOException {
        var problems = new TreeMap<String, String>();
        if (Files.isDirectory(state)) {
            for (Path file : files(state)) {
                if (file.toString().endsWith(".json")) {
                    JsonNode memory = EventJson.mapper().readTree(Files.readAllBytes(file));
                    problems.put(
                            memory.path("url").asString(),
                            memory.path("problem").asString(""));
                }
            }
        }
        return problems;
    }

    private static long waiting(Path desk) throws IOException {
        long taken = Files.isDirectory(desk.resolve(".taken"))
                ? files(desk.resolve(".taken")).size()
                : 0;
        return taken
                + files(desk).stream()
                        .filter(file -> !Files.isDirectory(file) || Files.isSymbolicLink(file))
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .count();
    }

    /// By the name under which it was dropped: why it failed, or `accepted`.
    private static Map<String, String> fates(Path desk) throws IOException {
        var fates = new TreeMap<String, String>();
        for (String below : List.of("done", "failed")) {
            for (Path file : files(desk.resolve(below))) {
                if (file.toString().endsWith(".json")) {
                    JsonNode report = EventJson.mapper().readTree(Files.readAllBytes(file));
                    String code = report.path("code")
                            .asString(report.at("/items/0/code").asString("accepted"));
                    fates.put(report.path("file").asString(), code);
                }
            }
        }
        return fates;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
