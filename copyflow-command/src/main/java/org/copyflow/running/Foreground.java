package org.copyflow.running;

import java.util.concurrent.CountDownLatch;
import org.copyflow.logging.Logs;

/// Keeps the process running until it is told to end (Ctrl-C, SIGTERM), and then stops in order what runs in it. A stop
/// that takes too long is cut off, because whoever waits for it would kill the process anyway.
public final class Foreground {

    private static final long LONGEST_STOP_SECONDS = 25;

    /// The exit code of a stop that was cut off, unlike a clean one's 130 and 143; `timeout` uses the same.
    private static final int CUT_OFF = 124;

    private final CountDownLatch forever = new CountDownLatch(1);

    /// Stops this, and writes out the logs, when the process is told to end. To be called before it is started, so that
    /// a start that is interrupted is undone too.
    public void stopAtTheEnd(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            Thread.ofPlatform().name("stop-limit").daemon().start(Foreground::cutOff);
            stop.run();
            Logs.close();
        }));
    }

    /// Waits until the process ends.
    public void await() throws InterruptedException {
        forever.await();
    }

    private static void cutOff() {
        try {
            Thread.sleep(LONGEST_STOP_SECONDS * 1_000);
            Runtime.getRuntime().halt(CUT_OFF);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
