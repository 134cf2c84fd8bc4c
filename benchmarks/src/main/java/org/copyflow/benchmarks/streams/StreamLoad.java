package org.copyflow.benchmarks.streams;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Opens many event streams of a running Copyflow, each of one of twenty sources, pushes articles at a rate, and checks
/// that every reader gets each article of its source exactly once. Readers break off at random, after some 50 events,
/// and go on with `Last-Event-ID`. Prints the time from a push's 202 to a reader's event.
///
/// `java … StreamLoad INGEST INDEX READERS ARTICLES_A_SECOND SECONDS`
public final class StreamLoad {

    static final int SOURCES = 20;
    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final long SEED = 7;

    private StreamLoad() {}

    public static void main(String[] arguments) throws Exception {
        URI ingest = URI.create(arguments[0]);
        URI index = URI.create(arguments[1]);
        int readers = Integer.parseInt(arguments[2]);
        int rate = Integer.parseInt(arguments[3]);
        int seconds = Integer.parseInt(arguments[4]);
        String run = "load" + System.currentTimeMillis() % 1_000_000 + "-";
        Map<String, Long> acceptedAt = new ConcurrentHashMap<>();
        var all = new ArrayList<StreamReader>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var opened = new CountDownLatch(readers);
            for (int i = 0; i < readers; i++) {
                String source = run + i % SOURCES;
                URI stream = index.resolve("/v1/stream?history=0&source=" + source);
                var reader = new StreamReader(http, stream, new SplittableRandom(SEED + i), acceptedAt, opened);
                all.add(reader);
                Thread.startVirtualThread(reader);
            }
            if (!opened.await(SETTLE.toSeconds() * 4, TimeUnit.SECONDS)) {
                System.out.println(opened.getCount() + " streams did not open");
            }
            System.out.println(readers + " streams are open");
            push(http, ingest.resolve("/v1/articles?source=" + run), rate, rate * seconds, acceptedAt);
            await(all, acceptedAt);
            all.forEach(StreamReader::stop);
            http.shutdownNow();
        }
        report(all, acceptedAt);
    }

    /// @param prefix the address to push to, up to the number of the source
    private static void push(HttpClient http, URI prefix, int rate, int articles, Map<String, Long> acceptedAt)
            throws InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < articles; i++) {
            long due = begin + i * 1_000_000_000L / rate;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            String address = prefix.toString() + i % SOURCES;
            String source = address.substring(address.indexOf('=') + 1);
            String title = "Load %s %d".formatted(source, i);
            String text = title + "\n\nThe harbour board of district " + i + " met on Monday and put off its vote.\n";
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString(text))
                    .build();
            var _ = http.sendAsync(request, BodyHandlers.discarding()).thenAccept(answer -> {
                if (answer.statusCode() == 202) {
                    acceptedAt.put(title, System.nanoTime());
                } else {
                    System.out.println(answer.statusCode() + " to " + title);
                }
            });
        }
    }

    /// Until everybody has everything, or nothing has come for a while.
    private static void await(List<StreamReader> all, Map<String, Long> accepted) throws InterruptedException {
        long before = -1;
        long since = System.nanoTime();
        while (System.nanoTime() - since < SETTLE.toNanos()
                && all.stream().anyMatch(reader -> reader.seen().size() < reader.wanted(accepted))) {
            Thread.sleep(200);
            long now = all.stream().mapToLong(reader -> reader.seen().size()).sum();
            since = now == before ? since : System.nanoTime();
            before = now;
        }
    }

    private static void report(List<StreamReader> all, Map<String, Long> accepted) {
        long missed = all.stream()
                .mapToLong(reader ->
                        Math.max(0, reader.wanted(accepted) - reader.seen().size()))
                .sum();
        long repeated = all.stream().mapToLong(StreamReader::repeats).sum();
        long[] late =
                all.stream().flatMapToLong(StreamReader::latencies).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%,d articles, %,d events, %d missed, %d repeated, %d reconnected; 202 to event "
                        + "p50 %.0f ms, p99 %.0f ms%n",
                accepted.size(),
                late.length,
                missed,
                repeated,
                all.stream().mapToInt(StreamReader::reconnects).sum(),
                late.length == 0 ? 0 : late[late.length / 2] / 1e6,
                late.length == 0 ? 0 : late[(int) (late.length * 0.99)] / 1e6);
    }
}
