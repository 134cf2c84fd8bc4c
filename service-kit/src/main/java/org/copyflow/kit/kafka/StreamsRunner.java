package org.copyflow.kit.kafka;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.copyflow.kit.Check;
import org.copyflow.kit.metrics.Metrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one topology. `start` returns at once: in the background the topics are made sure of, then Streams starts. A
/// stream thread that dies is logged loudly and replaced, up to five times in ten minutes; after that Streams is shut
/// down and the check fails until the process is restarted, because what fails again and again is a bug. Where the
/// brokers refuse the group, Streams is shut down at once and the check says what to do. Thread-safe.
public final class StreamsRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final String CHECK = "streams";
    private static final int SURVIVED_FAILURES = 5;
    private static final Duration FAILURE_WINDOW = Duration.ofMinutes(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final String name;
    private final Topology topology;
    private final Map<String, Object> config;
    private final TopicSetup topics;
    private final Metrics metrics;
    private final Counter failures;
    private final FailureBudget budget = new FailureBudget(SURVIVED_FAILURES, FAILURE_WINDOW, InstantSource.system());
    private final ReentrantLock life = new ReentrantLock();
    private volatile @Nullable KafkaStreams streams;
    private @Nullable StandbyUpdateListener standbys;
    private volatile @Nullable Throwable lastFailure;
    private @Nullable KafkaMetrics clientMetrics;
    private @Nullable Thread starter;
    private boolean closed;

    /// @param name what logs call it, as `enrich`
    /// @param config from [KafkaSettings#streams], with what the service adds
    /// @param topics the topics that the topology reads and writes; closed with this
    public StreamsRunner(
            String name, Topology topology, Map<String, Object> config, TopicSetup topics, Metrics metrics) {
        this.name = name;
        this.topology = topology;
        this.config = Map.copyOf(config);
        this.topics = topics;
        this.metrics = metrics;
        this.failures = Counter.builder("copyflow.streams.failures")
                .description("Stream threads that died")
                .tag("streams", name)
                .register(metrics.registry());
    }

    /// Says who is told when a store begins or ends to follow another instance's. To be called before the start.
    public void setStandbyUpdateListener(StandbyUpdateListener listener) {
        standbys = listener;
    }

    public void start() {
        life.lock();
        try {
            if (starter != null) {
                throw new IllegalStateException(name + " is started already");
            }
            starter = Thread.ofPlatform().name(name + "-start").daemon().start(this::startStreams);
        } finally {
            life.unlock();
        }
    }

    /// Whether Streams runs; else its state and what went wrong last.
    public Check check() {
        KafkaStreams running = streams;
        Throwable failure = lastFailure;
        String remedy = GroupRefusal.remedy(failure, config);
        String because = failure == null
                ? ""
                : "; the last failure was " + failure + ", " + (remedy == null ? "see the log" : remedy);
        if (running != null) {
            KafkaStreams.State state = running.state();
            return new Check(CHECK, state == KafkaStreams.State.RUNNING, "state " + state + because);
        }
        Check there = topics.check();
        return Check.failed(CHECK, there.passed() ? "starting" + because : "waits for topics: " + there.detail());
    }

    /// How many partitions a topic has that the topology reads or writes; 0 where that is not known yet.
    public int partitions(String topic) {
        return topics.partitions(topic);
    }

    /// The running Streams, to query its stores; absent before it starts.
    public @Nullable KafkaStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        topics.close();
        life.lock();
        try {
            closed = true;
            if (clientMetrics != null) {
                clientMetrics.close();
                clientMetrics = null;
            }
            KafkaStreams running = streams;
            if (running != null && !running.close(leaveGroup())) {
                LOG.atError()
                        .addKeyValue("streams", name)
                        .addKeyValue("waitedSeconds", CLOSE_TIMEOUT.toSeconds())
                        .log("Streams did not stop in time");
            }
        } finally {
            life.unlock();
        }
    }

    /// Leaving frees the partitions at once, for another instance or for this one's next start.
    private static CloseOptions leaveGroup() {
        return CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    }

    private void startStreams() {
        Map<String, Object> rest;
        try {
            if (!topics.run()) {
                return;
            }
            rest = StandbyReplicas.ask(config);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        life.lock();
        try {
            if (closed) {
                return;
            }
            var made = new KafkaStreams(topology, new StreamsConfig(rest));
            streams = made;
            made.setUncaughtExceptionHandler(this::failed);
            if (standbys != null) {
                made.setStandbyUpdateListener(standbys);
            }
            made.setStateListener((now, before) -> LOG.atInfo()
                    .addKeyValue("streams", name)
                    .addKeyValue("before", before)
                    .addKeyValue("state", now)
                    .log("Streams changed its state"));
            clientMetrics = KafkaMetrics.of(made, metrics);
            made.start();
        } catch (RuntimeException e) {
            lastFailure = e;
            LOG.atError().addKeyValue("streams", name).setCause(e).log("Streams cannot start");
        } finally {
            life.unlock();
        }
    }

    private StreamThreadExceptionResponse failed(Throwable failure) {
        lastFailure = failure;
        failures.increment();
        String remedy = GroupRefusal.remedy(failure, config);
        boolean goOn = remedy == null && budget.spend();
        String shutDown = "Streams is shut down: " + (remedy == null ? "restart the process" : remedy);
        LOG.atError()
                .addKeyValue("streams", name)
                .addKeyValue("then", goOn ? "the thread is replaced" : shutDown)
                .setCause(failure)
                .log("a stream thread died");
        return goOn ? StreamThreadExceptionResponse.REPLACE_THREAD : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
