package org.copyflow.index.instances;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.index.instances.Holders.Holder;
import org.copyflow.index.store.IndexStores;
import org.jspecify.annotations.Nullable;

/// Asks other instances for what their stores hold. One that cannot be reached is left alone for a second, so that a
/// machine that is gone costs no reader more than one wait. Thread-safe.
public final class InstanceClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final @Nullable String key;
    private final LongSupplier nanoTime;
    private final Map<HostInfo, Long> failedAt = new ConcurrentHashMap<>();

    /// @param key what the instances know each other by; absent where none is set
    public InstanceClient(@Nullable String key, LongSupplier nanoTime) {
        this.key = key;
        this.nanoTime = nanoTime;
    }

    @Override
    public void close() {
        http.close();
    }

    /// @throws StoresUnavailableException where the holder could not be reached a moment ago
    <K, V> ReadOnlyKeyValueStore<K, V> store(Holder holder, String storeName, int partition) {
        Long failed = failedAt.get(holder.host());
        if (failed != null && nanoTime.getAsLong() - failed < LEFT_ALONE.toNanos()) {
            throw new StoresUnavailableException("it could not be reached a moment ago", null);
        }
        return new RemoteStore<>(
                this, holder, new StorePart(storeName, partition, holder.standby()), IndexStores.layout(storeName));
    }

    byte @Nullable [] value(Holder holder, StorePart part, Bytes entry) {
        HttpResponse<byte[]> answer = get(holder, part, "&key=" + base64(entry));
        return answer.statusCode() == NO_CONTENT ? null : answer.body();
    }

    StoreEntries.Page page(Holder holder, StorePart part, StoreRange range, int limit) {
        String query = (range.from() == null ? "" : "&from=" + base64(range.from()))
                + (range.to() == null ? "" : "&to=" + base64(range.to()))
                + (range.backwards() ? "&backwards=true" : "")
                + (range.goesOn() ? "&goesOn=true" : "");
        try {
            return StoreEntries.read(
                    get(holder, part, query + "&limit=" + limit).body());
        } catch (IOException e) {
            throw unreachable(holder, e);
        }
    }

    private HttpResponse<byte[]> get(Holder holder, StorePart part, String query) {
        var request = HttpRequest.newBuilder(URI.create("http://%s:%d/internal/stores/%s/%d?standby=%s%s"
                        .formatted(
                                holder.host().host(),
                                holder.host().port(),
                                URLEncoder.encode(part.storeName(), StandardCharsets.UTF_8),
                                part.partition(),
                                part.standby(),
                                query)))
                .timeout(TIMEOUT);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK && answer.statusCode() != NO_CONTENT) {
                throw new StoresUnavailableException(
                        "the instance at %s answered %d: %s"
                                .formatted(
                                        holder, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)),
                        null);
            }
            failedAt.remove(holder.host());
            return answer;
        } catch (IOException e) {
            failedAt.put(holder.host(), nanoTime.getAsLong());
            throw unreachable(holder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(holder, e);
        }
    }

    private static StoresUnavailableException unreachable(Holder holder, Exception cause) {
        return new StoresUnavailableException("the instance at " + holder + " cannot be reached: " + cause, cause);
    }

    private static String base64(Bytes bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.get());
    }
}
