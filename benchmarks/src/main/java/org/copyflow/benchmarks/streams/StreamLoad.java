package org.copyflow.benchmarks.streams;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Opens many event streams of a running Copyflow, each of one of twenty sources, pushes articles at a rate, and checks
/// that every reader gets each article of its source exactly once. Readers break off at random, after some 50 events,
/// and go on with `Last-Event-ID`. Prints the time from a push's 202 to a reader's event, and what the server takes.
///
/// `java … StreamLoad INGEST INDEX ITEMS READERS ARTICLES_A_SECOND SECONDS PROCESS_ID`, where `ITEMS` is
/// `article-enrichment/src/training/topics` and the process that of the server
public final class StreamLoad {

    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final long SEED = 7;

    private final URI ingest;
    private final LoadArticles articles;
    private final StreamReaders readers;
    private final ServerProcess server;
    private final int rate;

    private StreamLoad(URI ingest, LoadArticles articles, StreamReaders readers, ServerProcess server, int rate) {
        this.ingest = ingest;
        this.articles = articles;
        this.readers = readers;
        this.server = server;
        this.rate = rate;
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[3]);
        int rate = Integer.parseInt(arguments[4]);
        int seconds = Integer.parseInt(arguments[5]);
        var server = new ServerProcess(Long.parseLong(arguments[6]));
        String run = "load" + System.currentTimeMillis() % 1_000_000 + "-";
        var articles = new LoadArticles(Path.of(arguments[2]), run, rate * seconds);
        long before = server.liveBytes();
        var readers = new StreamReaders(URI.create(arguments[1]), count, articles, SEED);
        var load = new StreamLoad(URI.create(arguments[0]), articles, readers, server, rate);
        load.awaitOpen(count);
        say("%,d streams are open, %,d bytes of heap each", count, (server.liveBytes() - before) / count);
        load.run();
        readers.stop();
        load.report();
    }

    private void awaitOpen(int count) throws InterruptedException {
        for (int left = 600; readers.openedCount() < count && left > 0; left--) {
            Thread.sleep(100);
        }
        if (readers.openedCount() < count) {
            say("%,d streams did not open", count - readers.openedCount());
        }
    }

    private void run() throws Exception {
        Duration used = server.processorTime();
        Duration own = new ServerProcess(ProcessHandle.current().pid()).processorTime();
        long begin = System.nanoTime();
        var pushing = new AtomicBoolean(true);
        Thread pusher = Thread.ofPlatform().name("pushes").start(() -> {
            push();
            pushing.set(false);
        });
        long most = 0;
        int last = -1;
        long since = System.nanoTime();
        long pushed = 0;
        while (pushing.get() || (System.nanoTime() - since < SETTLE.toNanos() && readers.events() < wanted())) {
            Thread.sleep(200);
            most = Math.max(most, server.residentBytes());
            since = readers.events() == last ? since : System.nanoTime();
            last = readers.events();
            pushed = pushing.get() ? System.nanoTime() : pushed;
        }
        pusher.join();
        double took = (pushed - begin) / 1e9;
        say(
                "pushed for %.1f s, the last event %.1f s later; processor: server %.1f s, load %.1f s; "
                        + "resident at most %,d MB",
                took,
                (System.nanoTime() - pushed) / 1e9,
                server.processorTime().minus(used).toMillis() / 1e3,
                new ServerProcess(ProcessHandle.current().pid())
                                .processorTime()
                                .minus(own)
                                .toMillis()
                        / 1e3,
                most / 1_000_000);
    }

    private long wanted() {
        long wanted = 0;
        for (int number = 0; number < articles.count(); number++) {
            if (articles.acceptedAt(number) != 0) {
                int first = number % LoadArticles.SOURCES;
                int all = readers.readers().size();
                wanted += (all - first + LoadArticles.SOURCES - 1) / LoadArticles.SOURCES;
            }
        }
        return wanted;
    }

    private void push() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            long begin = System.nanoTime();
            for (int i = 0; i < articles.count(); i++) {
                int number = i;
                long due = begin + i * 1_000_000_000L / rate;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                String address = "/v1/articles?source=" + articles.source(number) + "&uri=" + articles.uri(number);
                var request = HttpRequest.newBuilder(ingest.resolve(address))
                        .header("Content-Type", "text/markdown")
                        .POST(BodyPublishers.ofString(articles.text(number)))
                        .build();
                var _ = http.sendAsync(request, BodyHandlers.discarding()).thenAccept(answer -> {
                    if (answer.statusCode() == 202) {
                        articles.accepted(number);
                    } else {
                        say("%d to article %d", answer.statusCode(), number);
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() {
        long missed = readers.readers().stream().mapToLong(StreamReader::missed).sum();
        int repeated =
                readers.readers().stream().mapToInt(StreamReader::repeats).sum();
        int reconnected =
                readers.readers().stream().mapToInt(StreamReader::reconnects).sum();
        long[] late = readers.latencies(articles);
        say(
                "%,d articles, %,d events, %,d missed, %,d repeated, %,d reconnected; 202 to event "
                        + "p50 %,.0f ms, p90 %,.0f ms, p99 %,.0f ms, all %,.0f ms",
                articles.count(),
                late.length,
                missed,
                repeated,
                reconnected,
                share(late, 0.5),
                share(late, 0.9),
                share(late, 0.99),
                share(late, 1));
    }

    private static double share(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    @SuppressWarnings("AnnotateFormatMethod") // everybody here passes a literal
    private static void say(String what, Object... values) {
        System.out.println(String.format(Locale.ROOT, what, values));
    }
}
