package org.copyflow.running;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.copyflow.kit.Check;
import org.copyflow.kit.Service;

/// Waits until services are ready, and shows what they wait for.
public final class Readiness {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration TELL_AFTER = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final boolean live;

    /// @param live whether `err` is a terminal, in which one line can be written over and over
    public Readiness(PrintWriter err, boolean live) {
        this.err = err;
        this.live = live;
    }

    /// Returns once all checks of all services pass. What is still missing is shown live in a terminal, and elsewhere
    /// every ten seconds.
    public void await(List<Service> services) throws InterruptedException {
        long told = System.nanoTime();
        String missing = missing(services);
        String shown = "";
        while (!missing.isEmpty()) {
            if (live && !missing.equals(shown)) {
                rewrite(missing);
                shown = missing;
            } else if (!live && System.nanoTime() - told > TELL_AFTER.toNanos()) {
                err.println("waiting: " + missing);
                told = System.nanoTime();
            }
            Thread.sleep(LOOK_EVERY);
            missing = missing(services);
        }
        if (live) {
            rewrite("");
        }
    }

    private void rewrite(String missing) {
        String line = missing.isEmpty() ? "" : "waiting: " + missing;
        err.print("\r\u001b[K" + line.substring(0, Math.min(line.length(), 100)) + (line.isEmpty() ? "\r" : ""));
        err.flush();
    }

    private static String missing(List<Service> services) {
        return services.stream()
                .flatMap(service -> service.checks().stream()
                        .filter(check -> !check.passed())
                        .map(check -> describe(service, check)))
                .collect(Collectors.joining(", "));
    }

    private static String describe(Service service, Check check) {
        return service.name() + " " + check.name() + " (" + check.detail() + ")";
    }
}
