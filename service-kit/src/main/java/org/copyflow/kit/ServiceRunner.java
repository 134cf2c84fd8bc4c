package org.copyflow.kit;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts services in order and stops them in the opposite one. If one cannot start, those before it are stopped again.
/// Not thread-safe, except that `close` may come from a shutdown hook.
public final class ServiceRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);

    private final List<Service> services;
    private final List<Service> started = new ArrayList<>();

    public ServiceRunner(List<Service> services) {
        this.services = List.copyOf(services);
    }

    public void start() {
        for (Service service : services) {
            synchronized (started) {
                started.add(service);
            }
            try {
                service.start();
            } catch (RuntimeException e) {
                close();
                throw e;
            }
            LOG.atInfo()
                    .addKeyValue("service", service.name())
                    .addKeyValue("address", service.address())
                    .log("started");
        }
    }

    public List<Service> services() {
        return services;
    }

    @Override
    public void close() {
        List<Service> toStop;
        synchronized (started) {
            toStop = List.copyOf(started.reversed());
            started.clear();
        }
        for (Service service : toStop) {
            try {
                service.close();
                LOG.atInfo().addKeyValue("service", service.name()).log("stopped");
            } catch (RuntimeException e) {
                LOG.atError().addKeyValue("service", service.name()).setCause(e).log("did not stop cleanly");
            }
        }
    }
}
