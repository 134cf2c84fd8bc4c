package org.copyflow.push;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.input.InOrder;
import org.copyflow.input.Input;
import org.copyflow.terminal.CommandFailure;
import org.jspecify.annotations.Nullable;

/// Pushes documents to a running ingest service, several at once, and hands out its answers in order.
///
/// What ingest cannot take just now (429, 503, a broken connection) is pushed again up to [#MAX_ATTEMPTS] times,
/// after the time that it asks for. Pushing again is harmless: a second copy is dropped as a duplicate.
public final class Pusher implements AutoCloseable {

    static final int MAX_ATTEMPTS = 5;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final Set<String> CARRY_SEVERAL =
            Set.of("application/rss+xml", "application/atom+xml", "application/x-ndjson");

    private final Target target;
    private final int atOnce;
    private final Pause pause;
    private final AtomicBoolean reached = new AtomicBoolean();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /// Where to push to, and what to say of it.
    ///
    /// @param ingest the service's address, as `http://127.0.0.1:8081`
    /// @param source who pushes; absent where the key says it
    /// @param uri what the source calls the item, where that is said; for a single item only
    /// @param key the source's, where the service wants one
    public record Target(
            URI ingest,
            @Nullable String source,
            @Nullable String uri,
            @Nullable String key) {}

    /// @param atOnce how many pushes are under way at a time; 1 keeps their order at ingest too
    public Pusher(Target target, int atOnce) {
        this(target, atOnce, Pause.REAL);
    }

    Pusher(Target target, int atOnce, Pause pause) {
        this.target = target;
        this.atOnce = atOnce;
        this.pause = pause;
    }

    /// Pushes all of them.
    ///
    /// @param next takes an input's answers, in the order of the inputs, and says whether to go on
    /// @throws CommandFailure where the service cannot be reached at all
    public void push(Iterator<Input> inputs, Predicate<List<Answer>> next) throws InterruptedException {
        InOrder.map(inputs, atOnce, this::push, next);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private List<Answer> push(Input input) {
        try {
            return push(input.name(), input.load());
        } catch (UnreadableDocumentException e) {
            return List.of(new Answer.Refused(input.name(), 0, e.code(), String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new Answer.Refused(input.name(), 0, "interrupted", "it was not pushed"));
        }
    }

    private List<Answer> push(String name, PushedDocument document) throws InterruptedException {
        HttpRequest request = request(document);
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == MAX_ATTEMPTS;
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                reached.set(true);
                if (last || !LATER.contains(response.statusCode())) {
                    return AnswerReader.read(name, response);
                }
                pause.before(attempt + 1, response.headers().firstValue("Retry-After"));
            } catch (IOException e) {
                if (e instanceof ConnectException && !reached.get()) {
                    throw CommandFailure.unavailable(
                            "No ingest service answers at " + target.ingest()
                                    + ". Start one with `copyflow up`, or name another with --to.",
                            e);
                }
                if (last) {
                    return List.of(new Answer.Refused(name, 0, "no-answer", "ingest did not answer: " + e));
                }
                pause.before(attempt + 1, Optional.empty());
            }
        }
    }

    private HttpRequest request(PushedDocument document) {
        String path = CARRY_SEVERAL.contains(document.mediaType().type()) ? "/v1/articles:batch" : "/v1/articles";
        String query = target.uri() == null ? "" : "?uri=" + URLEncoder.encode(target.uri(), StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(target.ingest().resolve(path + query))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", document.mediaType().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(document.content()));
        if (target.source() != null) {
            request.header("Copyflow-Source", target.source());
        }
        if (target.key() != null) {
            request.header("Authorization", "Bearer " + target.key());
        }
        return request.build();
    }
}
