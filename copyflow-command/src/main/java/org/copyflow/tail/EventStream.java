package org.copyflow.tail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.terminal.CommandFailure;
import org.jspecify.annotations.Nullable;

/// Follows an SSE stream. Where the connection ends it connects again and resumes after the last event that it saw
/// (`Last-Event-ID`), so that none is missed or repeated. One thread
/// follows; `close` may come from another.
public final class EventStream implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final URI address;
    private final @Nullable String key;
    private final Consumer<String> notices;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private String lastId = "";
    private boolean connected;
    private volatile boolean closed;
    private Duration pause = FIRST_PAUSE;

    /// Of a service that wants no key.
    ///
    /// @param notices takes a line for people when the connection is lost and when it is there again
    public EventStream(URI address, Consumer<String> notices) {
        this(address, null, notices);
    }

    /// @param key the reader's, where the service wants one
    /// @param notices takes a line for people when the connection is lost and when it is there again
    public EventStream(URI address, @Nullable String key, Consumer<String> notices) {
        this.address = address;
        this.key = key;
        this.notices = notices;
    }

    /// Hands out events until `next` says that it is enough, or the stream is closed.
    ///
    /// @throws CommandFailure where nobody answers at the first attempt, or where the answer is a refusal
    public void follow(Predicate<ServerEvent> next) throws InterruptedException {
        while (!closed) {
            try {
                if (!read(next)) {
                    return;
                }
                lost("the stream ended");
            } catch (IOException e) {
                if (closed) {
                    return;
                }
                if (!connected) {
                    throw CommandFailure.unavailable(
                            "Nobody answers at " + address
                                    + ". Start Copyflow with `copyflow up`, or name another address with --from.",
                            e);
                }
                lost(String.valueOf(e.getMessage()));
            }
            Thread.sleep(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdownNow();
    }

    /// @return whether to go on
    private boolean read(Predicate<ServerEvent> next) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<Stream<String>> response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != OK) {
                refused(response.statusCode(), lines);
                return true;
            }
            if (connected && pause.compareTo(FIRST_PAUSE) > 0) {
                notices.accept("connected again to " + address);
            }
            connected = true;
            return handOut(lines.iterator(), next);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean handOut(Iterator<String> lines, Predicate<ServerEvent> next) {
        var parser = new ServerEventParser();
        while (lines.hasNext()) {
            ServerEvent event = parser.take(lines.next());
            lastId = Objects.requireNonNullElse(parser.lastId(), lastId);
            if (event != null) {
                pause = FIRST_PAUSE;
                if (!next.test(event)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// A server that is starting or stopping may be asked again; what it refuses for good is not.
    private void refused(int status, Stream<String> body) throws IOException {
        String answer = body.collect(Collectors.joining("\n"));
        if (status >= SERVER_ERROR && connected) {
            throw new IOException("the answer was " + status);
        }
        throw CommandFailure.unavailable(address + " answered " + status + ": " + answer);
    }

    private void lost(String why) {
        if (pause.equals(FIRST_PAUSE)) {
            notices.accept("the connection to " + address + " is lost (" + why + "); connecting again");
        }
    }
}
