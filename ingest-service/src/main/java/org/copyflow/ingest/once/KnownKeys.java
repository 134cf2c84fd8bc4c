package org.copyflow.ingest.once;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copyflow.events.push.KeyedPush;
import org.copyflow.kit.kafka.TopicFollower;
import org.jspecify.annotations.Nullable;

/// The keys of the last day, as the log tells of them: all instances that read it know the same. Where the answers take
/// more memory than is allowed, the oldest keys are forgotten first. Thread-safe.
public final class KnownKeys implements TopicFollower.Reader<KeyedPush> {

    /// How long a key is remembered.
    public static final Duration WINDOW = Duration.ofHours(24);

    private static final long ENTRY_BYTES = 400;

    private final InstantSource clock;
    private final Duration lease;
    private final long maxBytes;
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Entry>> awaited = new HashMap<>();
    private long bytes;

    /// What is known of a key.
    ///
    /// @param claim the attempt that counts
    /// @param answer absent while it is under way
    record Entry(
            String claim,
            Instant at,
            String fingerprint,
            @Nullable KeptAnswer answer) {

        long bytes() {
            return ENTRY_BYTES + (answer == null ? 0 : answer.json().length());
        }
    }

    /// @param lease how long an attempt may be under way before its instance counts as dead
    /// @param maxBytes how much memory the answers may take
    public KnownKeys(InstantSource clock, Duration lease, long maxBytes) {
        this.clock = clock;
        this.lease = lease;
        this.maxBytes = maxBytes;
    }

    @Override
    public Instant since() {
        return clock.instant().minus(WINDOW);
    }

    @Override
    public void read(ConsumerRecord<String, KeyedPush> record) {
        apply(record.key(), record.value());
    }

    synchronized void apply(String id, KeyedPush step) {
        Entry known = entries.get(id);
        switch (step.step()) {
            case CLAIMED -> {
                if (known == null || isOver(known, step.at())) {
                    known = new Entry(
                            step.claim(), step.at(), Objects.requireNonNullElse(step.fingerprint(), ""), null);
                    put(id, known);
                }
                CompletableFuture<Entry> waiting = awaited.remove(step.claim());
                if (waiting != null) {
                    waiting.complete(known);
                }
            }
            case ANSWERED -> {
                if (known != null && known.claim().equals(step.claim()) && step.status() != null) {
                    var answer =
                            new KeptAnswer(step.status(), Objects.requireNonNullElse(step.body(), ""), step.location());
                    put(id, new Entry(known.claim(), known.at(), known.fingerprint(), answer));
                }
            }
            case RELEASED -> {
                if (known != null && known.claim().equals(step.claim())) {
                    remove(id);
                }
            }
        }
    }

    /// What counts now; absent where the key is free.
    synchronized @Nullable Entry find(String id) {
        Entry known = entries.get(id);
        return known == null || isOver(known, clock.instant()) ? null : known;
    }

    /// Completes with what counts once the claim was read from the log; given up by [#forget].
    synchronized CompletableFuture<Entry> awaitClaim(String claim) {
        return awaited.computeIfAbsent(claim, _ -> new CompletableFuture<>());
    }

    synchronized void forget(String claim) {
        awaited.remove(claim);
    }

    private boolean isOver(Entry entry, Instant now) {
        Duration holds = entry.answer() == null ? lease : WINDOW;
        return entry.at().plus(holds).isBefore(now);
    }

    private void put(String id, Entry entry) {
        remove(id);
        entries.put(id, entry);
        bytes += entry.bytes();
        var oldest = entries.entrySet().iterator();
        Instant over = clock.instant().minus(WINDOW);
        while (oldest.hasNext()) {
            Entry first = oldest.next().getValue();
            if (bytes <= maxBytes && !first.at().isBefore(over)) {
                break;
            }
            bytes -= first.bytes();
            oldest.remove();
        }
    }

    private void remove(String id) {
        Entry before = entries.remove(id);
        bytes -= before == null ? 0 : before.bytes();
    }
}
