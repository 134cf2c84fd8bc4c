package org.copyflow.benchmarks.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// One reader, which breaks off at random and goes on where it was.
final class StreamReader implements Runnable {

    private static final Pattern TITLE = Pattern.compile("\"title\":\"(Load [^\"]+)\"");
    private static final int EVENTS_A_CONNECTION = 50;

    private final HttpClient http;
    private final URI stream;
    private final SplittableRandom random;
    private final Map<String, Long> acceptedAt;
    private final CountDownLatch opened;
    private final String source;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean stopped;
    private String lastId = "";

    /// @param acceptedAt title → when its push was accepted, in nanoseconds
    /// @param opened counted down once the stream has a position
    StreamReader(
            HttpClient http, URI stream, SplittableRandom random, Map<String, Long> acceptedAt, CountDownLatch opened) {
        this.http = http;
        this.stream = stream;
        this.random = random;
        this.acceptedAt = acceptedAt;
        this.opened = opened;
        source = "Load " + stream.getQuery().replaceFirst(".*source=", "") + " ";
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                read();
            } catch (IOException e) {
                // goes on with the last event's id
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    Map<String, Long> seen() {
        return seen;
    }

    long wanted(Map<String, Long> accepted) {
        return accepted.keySet().stream()
                .filter(title -> title.startsWith(source))
                .count();
    }

    int repeats() {
        return repeats.get();
    }

    int reconnects() {
        return Math.max(0, connections.get() - 1);
    }

    LongStream latencies() {
        return seen.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - acceptedAt.getOrDefault(entry.getKey(), entry.getValue()));
    }

    void stop() {
        stopped = true;
    }

    private void read() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(stream);
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        var answer = http.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            Thread.sleep(500);
            return;
        }
        connections.incrementAndGet();
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String id = lastId;
            for (String line = lines.readLine(); line != null && !stopped; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    take(line);
                } else if (line.isEmpty() && !id.equals(lastId)) {
                    lastId = id;
                    opened.countDown();
                    if (!seen.isEmpty() && random.nextInt(EVENTS_A_CONNECTION) == 0) {
                        return;
                    }
                }
            }
        }
    }

    private void take(String data) {
        Matcher title = TITLE.matcher(data);
        if (title.find() && data.contains("\"change\":\"added\"")) {
            if (seen.putIfAbsent(title.group(1), System.nanoTime()) != null) {
                repeats.incrementAndGet();
            }
        }
    }
}
