package org.copyflow.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.TopicEvent;

/// Pushes generated articles at a fixed rate into a running Copyflow and reports how long each takes from its 202 to
/// the event of a reader, and whether each was seen exactly once.
///
/// ```
/// java -cp … org.copyflow.benchmarks.PipelineLoad PUSH-ADDRESS PAGE-ADDRESS [RATE [SECONDS [WORDS]]]
/// ```
///
/// Exits 0 when every accepted article was seen exactly once, 1 when not, 2 for wrong arguments.
public final class PipelineLoad {

    private static final String SOURCE = "load";
    private static final int MAX_IN_FLIGHT = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Plan plan;

    private record Plan(URI push, URI page, int perSecond, int seconds, int words, long seed) {}

    private PipelineLoad(Plan plan) {
        this.plan = plan;
    }

    @SuppressWarnings("SystemOut") // the report is what the command is for
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 2 || args.length > 5) {
            System.err.println("usage: PipelineLoad PUSH-ADDRESS PAGE-ADDRESS [RATE [SECONDS [WORDS]]]");
            System.exit(2);
        }
        var plan = new Plan(
                URI.create(args[0] + "/v1/articles"),
                URI.create(args[1] + "/v1/stream"),
                args.length > 2 ? Integer.parseInt(args[2]) : 100,
                args.length > 3 ? Integer.parseInt(args[3]) : 30,
                args.length > 4 ? Integer.parseInt(args[4]) : 700,
                System.nanoTime());
        var load = new PipelineLoad(plan);
        load.run();
        System.out.println(load.report());
        System.exit(load.complete() ? 0 : 1);
    }

    private void run() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> stream = http.send(
                HttpRequest.newBuilder(plan.page())
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofLines());
        Thread reader = Thread.startVirtualThread(() -> stream.body().forEach(this::read));
        push();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!complete() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        reader.interrupt();
    }

    private void push() throws InterruptedException {
        var articles = new GeneratedArticles(plan.seed());
        var inFlight = new Semaphore(MAX_IN_FLIGHT);
        long start = System.nanoTime();
        long interval = TimeUnit.SECONDS.toNanos(1) / plan.perSecond();
        for (int i = 0; i < (long) plan.perSecond() * plan.seconds(); i++) {
            LockSupport.parkNanos(start + i * interval - System.nanoTime());
            inFlight.acquire();
            String uri = articles.uri(i);
            var request = HttpRequest.newBuilder(URI.create(plan.push() + "?source=" + SOURCE + "&uri=" + uri))
                    .header("Content-Type", "text/markdown")
                    .POST(BodyPublishers.ofString(articles.text(i, plan.words())))
                    .build();
            var _ = http.sendAsync(request, BodyHandlers.discarding()).whenComplete((response, failure) -> {
                inFlight.release();
                if (failure == null && response.statusCode() == 202) {
                    accepted.put(DocumentIds.documentId(SOURCE, uri), System.nanoTime());
                } else {
                    refused.incrementAndGet();
                }
            });
        }
        inFlight.acquire(MAX_IN_FLIGHT);
    }

    private void read(String line) {
        if (line.startsWith("data:") && line.contains("\"" + SOURCE + "\"")) {
            String id = EventJson.mapper()
                    .readValue(line.substring("data:".length()), TopicEvent.class)
                    .article()
                    .id();
            if (seen.put(id, System.nanoTime()) != null) {
                repeated.incrementAndGet();
            }
        }
    }

    private boolean complete() {
        return seen.keySet().containsAll(accepted.keySet()) && repeated.get() == 0;
    }

    private String report() {
        long[] latencies = accepted.entrySet().stream()
                .filter(entry -> seen.containsKey(entry.getKey()))
                .mapToLong(entry -> Math.max(0, seen.getOrDefault(entry.getKey(), 0L) - entry.getValue()))
                .sorted()
                .toArray();
        int missing = accepted.size() - latencies.length;
        return "accepted %d, refused %d, seen %d, missing %d, repeated %d%n202 to reader: p50 %s, p99 %s, max %s"
                .formatted(
                        accepted.size(),
                        refused.get(),
                        latencies.length,
                        missing,
                        repeated.get(),
                        percentile(latencies, 0.5),
                        percentile(latencies, 0.99),
                        percentile(latencies, 1));
    }

    private static String percentile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return "–";
        }
        int index = Math.min(sorted.length - 1, (int) (share * sorted.length));
        return "%.1f ms".formatted(sorted[index] / 1e6);
    }
}
