package org.copyflow.kit;

import java.net.URI;
import java.util.List;

/// The life of a service. It is built without I/O; `start` opens what it needs, `checks` says how it is, `close` stops
/// it and waits until it has. A dependency that is down fails a check, never the constructor.
public interface Service extends AutoCloseable {

    /// Short and lower case, as `ingest`.
    String name();

    /// Starts it; returns when it runs, not necessarily when it is ready.
    void start();

    /// What must hold for it to be ready, evaluated now. Quick: no call waits longer than a second.
    List<Check> checks();

    /// Where it answers over HTTP; only once it is started.
    URI address();

    /// Stops what `start` started, in the opposite order; harmless when called twice.
    @Override
    void close();

    default boolean ready() {
        return checks().stream().allMatch(Check::passed);
    }
}
