package org.copyflow.index.instances;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/// Reads the stores again for a moment where they cannot be read: a partition that moves is away for less than that.
/// An answer that may not be the newest, or is not whole, says so. Thread-safe: each thread gives one answer at a time.
public final class PatientReads {

    private static final String STALE = "Copyflow-Stale";
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ThreadLocal<Set<Reserve>> reserves = ThreadLocal.withInitial(() -> EnumSet.noneOf(Reserve.class));

    /// What an answer has to say of itself.
    public enum Reserve {
        /// Something in it came from a standby, which may be some moments behind.
        STANDBY,
        /// Names of topics that cannot be read now are not in it.
        NAMES
    }

    /// Something that was read once for many answers.
    ///
    /// @param reserves what each of them has to say of itself
    public record Kept<T>(T value, Set<Reserve> reserves) {

        public Kept {
            reserves = Set.copyOf(reserves);
        }
    }

    /// Adds to all routes that an answer says of itself what it has to.
    public void addTo(RoutesConfig routes) {
        routes.before(_ -> reserves.remove());
        routes.after(this::mark);
    }

    private void mark(Context ctx) {
        Set<Reserve> noted = reserves.get();
        if (!noted.isEmpty() && !ctx.res().isCommitted()) {
            String words = noted.stream()
                    .map(reserve -> reserve.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            ctx.header(STALE, words).header("Cache-Control", "no-store");
        }
        reserves.remove();
    }

    /// To be told of what the answer has to say of itself that the calling thread gives.
    public void note(Reserve reserve) {
        reserves.get().add(reserve);
    }

    /// Reads something for this answer and for others, which are told of it with [#tell].
    public <T> Kept<T> keep(Supplier<T> read) {
        Set<Reserve> before = reserves.get();
        reserves.remove();
        try {
            return new Kept<>(read.get(), reserves.get());
        } finally {
            reserves.set(before);
        }
    }

    public <T> T tell(Kept<T> kept) {
        reserves.get().addAll(kept.reserves());
        return kept.value();
    }

    /// @throws StoresUnavailableException where they cannot be read for longer
    public void answer(Context ctx, Handler handler) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            reserves.remove();
            try {
                handler.handle(ctx);
                return;
            } catch (StoresUnavailableException | InvalidStateStoreException e) {
                if (System.nanoTime() > until || ctx.res().isCommitted()) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
