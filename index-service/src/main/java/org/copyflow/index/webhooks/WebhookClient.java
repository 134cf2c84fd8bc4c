package org.copyflow.index.webhooks;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.copyflow.kit.access.SigningSecret;
import org.copyflow.kit.net.RetryAfter;
import org.jspecify.annotations.Nullable;

/// Posts messages, without following redirects. Connections are used again; where one turns out to have been closed, as
/// HTTP/1.0 receivers do without a word, the message is posted once more over a fresh one, within the same attempt.
/// Thread-safe.
final class WebhookClient implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final int GONE = 410;
    private static final int MAX_ERROR_CHARS = 300;
    private static final int KEPT_CONNECTIONS = 50;
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final OkHttpClient client;
    private final InstantSource clock;

    /// What came of an attempt.
    ///
    /// @param status what was answered; absent where nothing was
    /// @param error what went wrong; absent where nothing did
    /// @param retryAfter how long the address wants to be left alone
    record Answer(
            @Nullable Integer status,
            @Nullable String error,
            @Nullable Duration retryAfter,
            Duration took) {

        boolean delivered() {
            return error == null;
        }

        boolean isGone() {
            return status != null && status == GONE;
        }
    }

    /// @param sockets which addresses may be connected to
    /// @param maxTime how long an attempt may take in all
    WebhookClient(SocketFactory sockets, Duration maxTime, InstantSource clock) {
        this.clock = clock;
        client = new OkHttpClient.Builder()
                .socketFactory(sockets)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(maxTime)
                .connectTimeout(maxTime.dividedBy(2))
                .readTimeout(maxTime)
                .writeTimeout(maxTime)
                .connectionPool(new ConnectionPool(KEPT_CONNECTIONS, KEPT_FOR.toMillis(), TimeUnit.MILLISECONDS))
                .dispatcher(new Dispatcher())
                .build();
    }

    Answer post(HttpUrl url, WebhookMessage message, List<String> secrets) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        var request = new Request.Builder()
                .url(url)
                .header("User-Agent", "Copyflow (webhooks)")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signatures(secrets, message, timestamp))
                .post(RequestBody.create(message.body(), JSON))
                .build();
        long start = System.nanoTime();
        try (Response response = client.newCall(request).execute()) {
            String error = response.isSuccessful() ? null : "the address answered " + response.code();
            Duration retryAfter = RetryAfter.parse(response.header("Retry-After"), clock.instant());
            return new Answer(response.code(), error, retryAfter, since(start));
        } catch (IOException e) {
            return new Answer(null, cut(e.toString()), null, since(start));
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /// One by each of the secrets, so that a receiver may know either.
    private static String signatures(List<String> secrets, WebhookMessage message, String timestamp) {
        return secrets.stream()
                .map(SigningSecret::parse)
                .filter(Objects::nonNull)
                .map(secret -> secret.sign(message.id(), timestamp, message.body()))
                .collect(Collectors.joining(" "));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String cut(String error) {
        return error.length() <= MAX_ERROR_CHARS ? error : error.substring(0, MAX_ERROR_CHARS) + "…";
    }
}
