package org.copyflow.index.instances;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.copyflow.kit.server.ProblemException;

/// Reads the stores again for a moment where they cannot be read: a partition that moves is away for less than that.
/// An answer that came from a standby says so.
public final class PatientReads {

    private static final String STALE = "Copyflow-Stale";
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Runnable begin;
    private final BooleanSupplier readStale;

    /// @param begin to be told that the calling thread begins to answer
    /// @param readStale whether something that the thread has read since came from a standby
    public PatientReads(Runnable begin, BooleanSupplier readStale) {
        this.begin = begin;
        this.readStale = readStale;
    }

    private void mark(Context ctx) {
        if (readStale.getAsBoolean() && !ctx.res().isCommitted()) {
            ctx.header(STALE, "standby").header("Cache-Control", "no-store");
        }
    }

    /// @throws StoresUnavailableException where they cannot be read for longer
    public void answer(Context ctx, Handler handler) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        begin.run();
        while (true) {
            try {
                handler.handle(ctx);
                mark(ctx);
                return;
            } catch (ProblemException e) {
                mark(ctx);
                throw e;
            } catch (StoresUnavailableException | InvalidStateStoreException e) {
                if (System.nanoTime() > until || ctx.res().isCommitted()) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
