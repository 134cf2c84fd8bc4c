package org.copyflow.ingest.feeds;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.copyflow.kit.net.PublicAddresses;
import org.copyflow.kit.net.RetryAfter;
import org.jspecify.annotations.Nullable;

/// Asks for feeds: with what was remembered of the last answer, so that one that has not changed costs no more than
/// its headers; within limits of size, time and redirects. Thread-safe.
final class FeedClient implements AutoCloseable {

    static final int MAX_REDIRECTS = 5;

    private static final String USER_AGENT = "Copyflow (feed poller)";
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int GONE = 410;
    private static final int MAX_VALIDATOR_CHARS = 1_000;

    private final OkHttpClient client;
    private final int maxBytes;
    private final Duration maxTime;
    private final InstantSource clock;

    /// @param sockets which addresses may be connected to
    /// @param maxBytes how long a feed may be, inflated
    /// @param maxTime how long it may take in all, redirects included
    FeedClient(SocketFactory sockets, int maxBytes, Duration maxTime, InstantSource clock) {
        this.maxBytes = maxBytes;
        this.maxTime = maxTime;
        this.clock = clock;
        client = new OkHttpClient.Builder()
                .socketFactory(sockets)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(maxTime.dividedBy(3))
                .readTimeout(maxTime)
                .build();
    }

    /// One question, across its redirects.
    private static final class Path {
        private HttpUrl at;
        private boolean permanent = true;
        private int redirects;

        Path(HttpUrl from) {
            at = from;
        }
    }

    /// @param etag of the last answer
    /// @param lastModified of the last answer
    Fetched fetch(HttpUrl url, @Nullable String etag, @Nullable String lastModified) {
        var path = new Path(url);
        long deadline = System.nanoTime() + maxTime.toNanos();
        try {
            while (true) {
                Call call = client.newCall(request(path.at, etag, lastModified));
                call.timeout().timeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                try (Response response = call.execute()) {
                    HttpUrl next = redirect(response);
                    if (next == null) {
                        return fetched(response, path, url);
                    }
                    path.permanent &= response.code() == 301 || response.code() == 308;
                    path.at = next;
                    if (++path.redirects > MAX_REDIRECTS) {
                        return failed("feed-redirects", path.at, "it redirects more than " + MAX_REDIRECTS + " times");
                    }
                }
            }
        } catch (InterruptedIOException e) {
            return failed("feed-timeout", path.at, "it took longer than " + maxTime.toSeconds() + " s");
        } catch (IOException e) {
            PublicAddresses.RefusedException refused = refused(e);
            return refused == null
                    ? failed("feed-unreachable", path.at, String.valueOf(e))
                    : failed(
                            "feed-not-public",
                            path.at,
                            refused.getMessage() + "; ingest.feeds-private=true allows such feeds");
        }
    }

    /// Lets go of connections that are kept open.
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private static Request request(HttpUrl url, @Nullable String etag, @Nullable String lastModified) {
        Request.Builder request =
                new Request.Builder().url(url).header("User-Agent", USER_AGENT).header("Accept", ACCEPT);
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
        return request.build();
    }

    private static @Nullable HttpUrl redirect(Response response) {
        String location = response.header("Location");
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 ->
                location == null ? null : response.request().url().resolve(location);
            default -> null;
        };
    }

    private Fetched fetched(Response response, Path path, HttpUrl asked) throws IOException {
        boolean direct = path.redirects == 0 || path.permanent;
        return switch (response.code()) {
            case OK -> body(response, direct && path.redirects > 0 && !path.at.equals(asked) ? path.at : null);
            case NOT_MODIFIED -> new Fetched.NotModified();
            case GONE -> direct ? new Fetched.Gone() : failed("http-410", path.at, "the server answered 410");
            case 301, 302, 303, 307, 308 ->
                failed("feed-redirects", path.at, "it redirects to no http or https address");
            default ->
                new Fetched.Failed(
                        "http-" + response.code(),
                        path.at + ": the server answered " + response.code(),
                        RetryAfter.parse(response.header("Retry-After"), clock.instant()));
        };
    }

    private Fetched body(Response response, @Nullable HttpUrl movedTo) throws IOException {
        byte[] content = response.body().byteStream().readNBytes(maxBytes + 1);
        if (content.length > maxBytes) {
            return failed("feed-too-large", response.request().url(), "it has more than " + maxBytes + " bytes");
        }
        return new Fetched.Body(
                content,
                response.header("Content-Type"),
                validator(response.header("ETag")),
                validator(response.header("Last-Modified")),
                movedTo);
    }

    private static @Nullable String validator(@Nullable String value) {
        boolean usable = value != null
                && value.length() <= MAX_VALIDATOR_CHARS
                && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return usable ? value : null;
    }

    private static Fetched failed(String code, HttpUrl url, String why) {
        return new Fetched.Failed(code, url + ": " + why, null);
    }

    /// The refusal of an address, wherever the HTTP client put it.
    private static PublicAddresses.@Nullable RefusedException refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PublicAddresses.RefusedException refused) {
                return refused;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed instanceof PublicAddresses.RefusedException refused) {
                    return refused;
                }
            }
        }
        return null;
    }
}
