package org.copyflow.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copyflow.events.EventJson;
import org.copyflow.input.Input;
import org.copyflow.push.Answer;
import org.copyflow.push.Pusher;
import org.copyflow.terminal.CommandFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The sample articles that come with Copyflow: pushed over HTTP like anybody's, and followed until the pipeline has
/// decided on each.
public final class Samples {

    private static final String SOURCE = "samples";
    private static final int IN_ORDER = 1;
    private static final String UNDECIDED = "accepted";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Path folder;
    private final URI ingest;

    /// What became of them.
    ///
    /// @param counts how many left under each word, and how many were refused
    /// @param articles how many articles were published or withdrawn: so many events readers will see
    public record Result(Map<String, Integer> counts, int articles) {}

    /// @param folder where they are
    /// @param ingest the service to push to
    public Samples(Path folder, URI ingest) {
        this.folder = folder;
        this.ingest = ingest;
    }

    /// Pushes them in the order of their names, because they tell a story.
    ///
    /// @throws CommandFailure where there are none
    public Result push() throws InterruptedException {
        var counts = new TreeMap<String, Integer>();
        int articles = 0;
        for (JsonNode receipt : decisions(pushAll(counts))) {
            counts.merge(receipt.path("status").asString(UNDECIDED), 1, Integer::sum);
            articles += receipt.path("articles").size();
        }
        return new Result(counts, articles);
    }

    private List<String> pushAll(Map<String, Integer> counts) throws InterruptedException {
        var receipts = new ArrayList<String>();
        try (var pusher = new Pusher(new Pusher.Target(ingest, SOURCE, null, null), IN_ORDER)) {
            pusher.push(inputs().iterator(), answers -> {
                for (Answer answer : answers) {
                    switch (answer) {
                        case Answer.Accepted(var _, var _, var receipt) ->
                            receipts.add(Objects.requireNonNull(receipt, "ingest names a receipt"));
                        case Answer.Refused refused -> counts.merge("refused: " + refused.code(), 1, Integer::sum);
                    }
                }
                return true;
            });
        }
        return receipts;
    }

    private List<Input> inputs() {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("README.md"))
                    .sorted()
                    .map(Path::toString)
                    .toList();
            return Input.OfFile.all(names, null).toList();
        } catch (IOException e) {
            throw CommandFailure.unavailable("There are no samples: the folder " + folder + " cannot be read.", e);
        }
    }

    private List<JsonNode> decisions(List<String> receipts) throws InterruptedException {
        var decisions = new ArrayList<JsonNode>();
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            for (String receipt : receipts) {
                decisions.add(decision(client, receipt, deadline));
            }
        }
        return decisions;
    }

    /// The receipt, once it says under which word the article left.
    private JsonNode decision(HttpClient client, String receipt, long deadline) throws InterruptedException {
        JsonNode found = read(client, receipt);
        while (found.path("status").asString(UNDECIDED).equals(UNDECIDED) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY);
            found = read(client, receipt);
        }
        return found;
    }

    private JsonNode read(HttpClient client, String receipt) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(ingest.resolve(receipt)).build();
            return EventJson.mapper()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException | JacksonException e) {
            return EventJson.mapper().createObjectNode(); // asked again until the deadline
        }
    }
}
