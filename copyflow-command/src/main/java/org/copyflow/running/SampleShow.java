package org.copyflow.running;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.copyflow.events.EventJson;
import org.copyflow.tail.EventStream;
import org.copyflow.tail.EventText;
import org.copyflow.tail.ServerEvent;
import org.copyflow.terminal.CommandFailure;
import org.copyflow.terminal.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Shows samples on their way: each article as it arrives in the views, then what became of all of them and the topics
/// that they made. Runs once; not thread-safe.
public final class SampleShow {

    private static final Logger LOG = LoggerFactory.getLogger(SampleShow.class);
    private static final int TOPICS_SHOWN = 12;
    private static final int POLL_MS = 100;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /// Where readers were promised more events than come, for so long.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI index;
    private final @Nullable String key;
    private final PrintWriter out;
    private final BlockingQueue<ServerEvent> arrived = new LinkedBlockingQueue<>();
    private int shown;
    private volatile boolean refused;

    /// @param key a reader's, where the index wants one
    public SampleShow(URI index, @Nullable String key, PrintWriter out) {
        this.index = index;
        this.key = key;
        this.out = out;
    }

    public void run(Samples samples) throws InterruptedException {
        try (var stream = new EventStream(index.resolve("/v1/stream"), key, LOG::info)) {
            Thread follower = Thread.ofPlatform().name("samples").daemon().start(() -> follow(stream));
            CompletableFuture<Samples.Result> pushed = CompletableFuture.supplyAsync(() -> push(samples));
            Samples.Result result = print(pushed);
            follower.interrupt();
            out.println("samples: " + result.counts());
        }
        showTopics();
        out.flush();
    }

    private static Samples.Result push(Samples samples) {
        try {
            return samples.push();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted while pushing samples");
        }
    }

    private void follow(EventStream stream) {
        try {
            stream.follow(arrived::add);
        } catch (InterruptedException | CommandFailure e) {
            refused = true;
            LOG.debug("the samples are no longer followed", e);
        }
    }

    /// Prints what arrives until all is pushed and readers have seen all that was published.
    private Samples.Result print(CompletableFuture<Samples.Result> pushed) throws InterruptedException {
        var text = new EventText(ZoneId.systemDefault());
        long lastArrival = System.nanoTime();
        int seen = 0;
        while (!pushed.isDone()
                || (!refused
                        && seen < pushed.join().articles()
                        && System.nanoTime() - lastArrival < PATIENCE.toNanos())) {
            ServerEvent event = arrived.poll(POLL_MS, TimeUnit.MILLISECONDS);
            if (event != null) {
                lastArrival = System.nanoTime();
                seen++;
                shown += change(event);
                out.println(text.line(event));
                out.flush();
            }
        }
        return pushed.join();
    }

    private static int change(ServerEvent event) {
        return switch (event.type()) {
            case "added" -> 1;
            case "removed" -> -1;
            default -> 0;
        };
    }

    /// The topics' views follow the events: waits until the largest counts what was shown.
    private void showTopics() throws InterruptedException {
        URI address = index.resolve("/v1/topics?limit=" + TOPICS_SHOWN);
        try (var client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            if (key != null) {
                request.header("Authorization", "Bearer " + key);
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            JsonNode list;
            do {
                Thread.sleep(POLL_MS);
                HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == UNAUTHORIZED || answer.statusCode() == FORBIDDEN) {
                    out.println("The topics are not shown: the index answered " + answer.statusCode()
                            + ". Set COPYFLOW_KEY to the key of a reader who may read and subscribe.");
                    return;
                }
                list = EventJson.mapper().readTree(answer.body());
            } while (list.path("topics").path(0).path("articles").asLong(0) < shown && System.nanoTime() < end);
            var table = new Table("ARTICLES", "TOPIC");
            for (JsonNode topic : list.path("topics")) {
                table.row(topic.path("articles").asString(), topic.path("id").asString());
            }
            table.print(out);
        } catch (IOException | JacksonException e) {
            throw CommandFailure.unavailable("The topics at " + address + " cannot be read: " + e.getMessage(), e);
        }
    }
}
