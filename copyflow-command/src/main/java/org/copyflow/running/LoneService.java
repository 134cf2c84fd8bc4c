package org.copyflow.running;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.copyflow.kit.Service;
import org.copyflow.kit.ServiceRunner;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.logging.Logs;
import org.copyflow.terminal.CommandFailure;

/// One service in a process of its own: what the images run. Kafka may come later; until then the service is not ready.
public final class LoneService {

    private LoneService() {}

    /// Runs it until the process is told to end. Logs go to standard error.
    ///
    /// @param make builds the service on the process's metrics
    /// @throws CommandFailure where it cannot start
    public static void run(Function<Metrics, Service> make, PrintWriter out) throws InterruptedException {
        Logs.toStandardError();
        var metrics = new Metrics();
        Service service = make.apply(metrics);
        var runner = new ServiceRunner(List.of(service));
        var foreground = new Foreground();
        foreground.stopAtTheEnd(() -> {
            runner.close();
            metrics.close();
        });
        try {
            runner.start();
        } catch (IllegalStateException e) {
            throw CommandFailure.unavailable(String.valueOf(e.getMessage()), e);
        }
        out.println(service.name() + " " + service.address());
        out.flush();
        foreground.await();
    }
}
