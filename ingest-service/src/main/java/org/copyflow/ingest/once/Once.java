package org.copyflow.ingest.once;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.copyflow.events.push.KeyedPush;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says whether a push with a key is to be carried out, and remembers how it was answered. A claim is written to the
/// log and read back before anything is published, so that of two instances with the same key only one goes on.
/// Thread-safe.
public final class Once {

    private static final Logger LOG = LoggerFactory.getLogger(Once.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration IN_A_MOMENT = Duration.ofSeconds(1);
    private static final int MAX_ANSWER_CHARS = 524_288;

    private final KnownKeys keys;
    private final KeyLog log;
    private final BooleanSupplier isRead;
    private final InstantSource clock;

    /// @param isRead whether what stands in the log was read, so that a key that is not known is new
    public Once(KnownKeys keys, KeyLog log, BooleanSupplier isRead, InstantSource clock) {
        this.keys = keys;
        this.log = log;
        this.isRead = isRead;
        this.clock = clock;
    }

    /// @throws ProblemException where the key was used for another push, or its push is under way, or Kafka does not
    ///     answer
    public Turn begin(IdempotencyKey key) {
        if (!isRead.getAsBoolean()) {
            throw unavailable("What was pushed with keys before is still being read.", null);
        }
        KnownKeys.Entry known = keys.find(key.id());
        if (known != null) {
            return replayed(key, known);
        }
        String claim = UUID.randomUUID().toString();
        KnownKeys.Entry counts = claim(key, claim);
        return counts.claim().equals(claim) ? new Turn.Mine(key.id(), claim) : replayed(key, counts);
    }

    /// The push was carried out, and is answered so. Where this cannot be written, a repeated push is carried out again
    /// once the claim has run out; its articles are dropped as duplicates then.
    public void answered(Turn.Mine turn, KeptAnswer answer) {
        if (answer.json().length() > MAX_ANSWER_CHARS) {
            released(turn);
            return;
        }
        var step = new KeyedPush(
                KeyedPush.Step.ANSWERED,
                turn.claim(),
                clock.instant(),
                null,
                answer.status(),
                answer.location(),
                answer.json());
        write(turn, step);
        keys.apply(turn.id(), step);
    }

    /// The push was not carried out: whoever repeats it may try.
    public void released(Turn.Mine turn) {
        var step = KeyedPush.released(turn.claim(), clock.instant());
        write(turn, step);
        keys.apply(turn.id(), step);
    }

    private KnownKeys.Entry claim(IdempotencyKey key, String claim) {
        CompletableFuture<KnownKeys.Entry> read = keys.awaitClaim(claim);
        try {
            log.append(key.id(), KeyedPush.claimed(claim, clock.instant(), key.fingerprint()))
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return read.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable("Kafka did not take or give back the key in time; nothing was published.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("Ingest is stopping; nothing was published.", e);
        } finally {
            keys.forget(claim);
        }
    }

    private void write(Turn.Mine turn, KeyedPush step) {
        try {
            log.append(turn.id(), step).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().addKeyValue("step", step.step()).setCause(e).log("a keyed push's end could not be written");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Turn replayed(IdempotencyKey key, KnownKeys.Entry known) {
        if (!known.fingerprint().equals(key.fingerprint())) {
            throw Refusal.KEY_REUSED.because(
                    "This source used the key for another push within " + KnownKeys.WINDOW.toHours()
                            + " hours: another body, path or parameter. A new push takes a new key.");
        }
        KeptAnswer answer = known.answer();
        if (answer == null) {
            throw Refusal.KEY_UNDER_WAY.because(
                    "The push with this key is under way. Ask again in a moment for its answer.", IN_A_MOMENT);
        }
        return new Turn.Replayed(answer);
    }

    private static ProblemException unavailable(String why, @Nullable Throwable cause) {
        return Refusal.KAFKA_UNAVAILABLE.because(why + " Push it again, with the same key.", cause);
    }
}
