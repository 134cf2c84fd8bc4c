package org.copyflow.kit.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.copyflow.kit.Check;
import org.jspecify.annotations.Nullable;

/// The check `kafka`: does the cluster answer within a second? Opens one admin client at its first use and keeps it.
/// Thread-safe.
public final class KafkaCheck implements AutoCloseable {

    private static final String NAME = "kafka";
    private static final int TIMEOUT_MS = 1_000;

    private final KafkaSettings settings;
    private final String clientId;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable Admin admin;
    private boolean closed;

    /// @param clientId what the broker's logs shall call it, as `ingest-check`
    public KafkaCheck(KafkaSettings settings, String clientId) {
        this.settings = settings;
        this.clientId = clientId;
    }

    public Check check() {
        String where = settings.bootstrapServers();
        try {
            int nodes = admin().describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS))
                    .nodes()
                    .get(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .size();
            return found(nodes, where);
        } catch (TimeoutException e) {
            return unreachable(where, "no answer within " + TIMEOUT_MS + " ms");
        } catch (ExecutionException e) {
            return unreachable(
                    where,
                    e.getCause() == null
                            ? e.toString()
                            : String.valueOf(e.getCause().getMessage()));
        } catch (KafkaException e) {
            return unreachable(where, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable(where, "interrupted");
        }
    }

    /// A cluster that starts or stops may answer before any broker of it serves.
    static Check found(int brokers, String where) {
        return brokers == 0
                ? Check.failed(
                        NAME, "Kafka at " + where + " answers, but no broker of it serves yet; wait, or start one")
                : Check.passed(NAME, brokers + (brokers == 1 ? " broker" : " brokers") + " at " + where);
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            if (admin != null) {
                admin.close();
                admin = null;
            }
        } finally {
            opening.unlock();
        }
    }

    private Admin admin() {
        opening.lock();
        try {
            if (closed) {
                throw new KafkaException("the service is stopping");
            }
            if (admin == null) {
                admin = Admin.create(settings.admin(clientId));
            }
            return admin;
        } finally {
            opening.unlock();
        }
    }

    private static Check unreachable(String where, String why) {
        return Check.failed(NAME, "cannot reach Kafka at " + where + ": " + why + "; is it running there?");
    }
}
