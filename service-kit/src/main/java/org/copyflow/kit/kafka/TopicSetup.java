package org.copyflow.kit.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.copyflow.kit.Check;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Creates the topics that are missing, and never changes one that is there: where its records have another time than
/// is right, it says so. Tries again until the cluster can be reached and has them all, or until it is closed.
/// Thread-safe.
public final class TopicSetup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final String TIMES = TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final List<NewTopic> wanted;
    private final Supplier<Cluster> clusters;
    private final Duration firstPause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Check state;
    private volatile Map<String, Integer> partitions = Map.of();

    /// A topic that must be there.
    ///
    /// @param config topic configuration as Kafka names it, for when it is created
    public record Topic(String name, int partitions, Map<String, String> config) {
        public Topic {
            config = Map.copyOf(config);
        }
    }

    /// What is asked of a cluster.
    interface Cluster extends AutoCloseable {
        /// The names of all topics.
        Set<String> topics() throws InterruptedException;

        /// How many partitions each of the topics has.
        Map<String, Integer> partitions(Collection<String> topics) throws InterruptedException;

        /// The `message.timestamp.type` of each of the topics.
        Map<String, String> timestampTypes(Collection<String> topics) throws InterruptedException;

        /// Creates them; those that somebody else just created are left alone.
        void create(List<NewTopic> topics) throws InterruptedException;

        @Override
        void close();
    }

    public TopicSetup(KafkaSettings settings, List<Topic> topics) {
        this(settings, topics, () -> new AdminCluster(settings), FIRST_PAUSE);
    }

    TopicSetup(KafkaSettings settings, List<Topic> topics, Supplier<Cluster> clusters, Duration firstPause) {
        this.clusters = clusters;
        this.firstPause = firstPause;
        wanted = topics.stream().map(topic -> newTopic(settings, topic)).toList();
        state = Check.failed("topics", "looking for " + names(wanted));
    }

    /// Creates what is missing.
    ///
    /// @return whether all topics are there; false only where it was closed or interrupted before they were
    public boolean run() {
        Duration pause = firstPause;
        try {
            while (closed.getCount() > 0) {
                try (Cluster cluster = clusters.get()) {
                    if (complete(cluster)) {
                        return true;
                    }
                } catch (KafkaException e) {
                    failed(e);
                }
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /// Whether all topics are there; else what stood in the way last.
    public Check check() {
        return state;
    }

    /// How many partitions a wanted topic has; 0 where that is not known yet.
    public int partitions(String topic) {
        return partitions.getOrDefault(topic, 0);
    }

    /// Ends a [#run()] that is under way.
    @Override
    public void close() {
        closed.countDown();
    }

    private boolean complete(Cluster cluster) throws InterruptedException {
        List<NewTopic> missing = missing(cluster);
        if (!missing.isEmpty()) {
            cluster.create(missing);
            LOG.atInfo()
                    .addKeyValue("topics", missing.stream().map(NewTopic::name).toList())
                    .log("created topics");
            missing = missing(cluster);
        }
        if (!missing.isEmpty()) {
            state = Check.failed("topics", "just created, not seen by all brokers yet: " + names(missing));
            return false;
        }
        partitions = cluster.partitions(wanted.stream().map(NewTopic::name).toList());
        state = Check.passed("topics", wanted.size() + " topics are there" + wrongTimes(cluster));
        return true;
    }

    /// What is said of topics that were there before and whose records have another time than is right.
    private String wrongTimes(Cluster cluster) throws InterruptedException {
        Map<String, String> right = wanted.stream()
                .filter(topic -> topic.configs().containsKey(TIMES))
                .collect(Collectors.toMap(
                        NewTopic::name, topic -> topic.configs().get(TIMES)));
        if (right.isEmpty()) {
            return "";
        }
        var said = new StringBuilder();
        try {
            new TreeMap<>(cluster.timestampTypes(right.keySet())).forEach((topic, type) -> {
                if (!type.equals(right.get(topic))) {
                    said.append("; %s has %s=%s, which must be %s".formatted(topic, TIMES, type, right.get(topic)));
                    LOG.warn(
                            "the topic {} has {}={}: events may be lost to `since` and to its retention. Alter it:"
                                    + " kafka-configs.sh --bootstrap-server … --alter --entity-type topics"
                                    + " --entity-name {} --add-config {}={}",
                            topic,
                            TIMES,
                            type,
                            topic,
                            TIMES,
                            right.get(topic));
                }
            });
        } catch (KafkaException e) {
            LOG.debug("how topics are configured may not be asked", e);
        }
        return said.toString();
    }

    private List<NewTopic> missing(Cluster cluster) throws InterruptedException {
        Set<String> there = cluster.topics();
        return wanted.stream().filter(topic -> !there.contains(topic.name())).toList();
    }

    private void failed(KafkaException e) {
        String detail = "cannot make sure of the topics " + names(wanted) + ": " + e.getMessage() + "; trying again";
        if (!detail.equals(state.detail())) {
            LOG.warn(detail);
        }
        state = Check.failed("topics", detail);
    }

    private static String names(List<NewTopic> topics) {
        return String.join(", ", topics.stream().map(NewTopic::name).toList());
    }

    private static NewTopic newTopic(KafkaSettings settings, Topic topic) {
        var config = new HashMap<>(settings.topic());
        config.putAll(topic.config());
        return new NewTopic(topic.name(), topic.partitions(), (short) settings.replicationFactor()).configs(config);
    }
}
