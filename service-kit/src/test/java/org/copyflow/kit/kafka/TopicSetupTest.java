package org.copyflow.kit.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.copyflow.kit.Check;
import org.junit.jupiter.api.Test;

final class TopicSetupTest {

    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final List<TopicSetup.Topic> TOPICS = List.of(
            new TopicSetup.Topic("articles", 6, Map.of("cleanup.policy", "compact")),
            new TopicSetup.Topic("views", 2, Map.of()),
            new TopicSetup.Topic("feed", 2, Map.of("message.timestamp.type", "LogAppendTime")));

    private final FakeCluster cluster = new FakeCluster();

    /// A cluster in memory that can be down, and whose topics can take a while to be seen.
    private static final class FakeCluster implements TopicSetup.Cluster {
        private final Map<String, NewTopic> topics = new ConcurrentHashMap<>();
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger blindLooks = new AtomicInteger();
        private final AtomicBoolean secret = new AtomicBoolean();
        private final AtomicBoolean open = new AtomicBoolean(true);

        @Override
        public Set<String> topics() {
            if (failures.getAndDecrement() > 0) {
                throw new KafkaException("nobody is there");
            }
            return !topics.isEmpty() && blindLooks.getAndDecrement() > 0 ? Set.of() : Set.copyOf(topics.keySet());
        }

        @Override
        public void create(List<NewTopic> wanted) {
            wanted.forEach(topic -> topics.putIfAbsent(topic.name(), topic));
        }

        @Override
        public Map<String, Integer> partitions(Collection<String> wanted) {
            return wanted.stream()
                    .collect(Collectors.toMap(name -> name, name -> topic(name).numPartitions()));
        }

        @Override
        public Map<String, String> timestampTypes(Collection<String> wanted) {
            if (secret.get()) {
                throw new TopicAuthorizationException("not yours");
            }
            return wanted.stream().collect(Collectors.toMap(name -> name, name -> {
                Map<String, String> config = topic(name).configs();
                return config == null ? "CreateTime" : config.getOrDefault("message.timestamp.type", "CreateTime");
            }));
        }

        private NewTopic topic(String name) {
            return requireNonNull(topics.get(name), name);
        }

        @Override
        public void close() {
            open.set(false);
        }
    }

    @Test
    void createsWhatIsMissingAsItIsWanted() {
        var setup = setup(Map.of("kafka.max-record-bytes", "70000"));

        assertThat(setup.run()).isTrue();

        assertThat(setup.partitions("articles")).isEqualTo(6);
        assertThat(setup.partitions("another")).isZero();
        NewTopic articles = cluster.topic("articles");
        assertThat(articles.numPartitions()).isEqualTo(6);
        assertThat(articles.replicationFactor()).isEqualTo((short) 1);
        assertThat(articles.configs())
                .containsExactlyInAnyOrderEntriesOf(Map.of("cleanup.policy", "compact", "max.message.bytes", "70000"));
        assertThat(setup.check().passed()).isTrue();
        assertThat(cluster.open).isFalse();
    }

    @Test
    void asksForTwoReplicasInSyncWhereThereAreThree() {
        setup(Map.of("kafka.replication-factor", "3")).run();

        assertThat(cluster.topic("views").configs()).containsEntry("min.insync.replicas", "2");
    }

    @Test
    void leavesATopicAloneThatIsThere() {
        var theirs = new NewTopic("articles", 1, (short) 1);
        cluster.topics.put("articles", theirs);

        setup(Map.of()).run();

        assertThat(cluster.topics.get("articles")).isSameAs(theirs);
        assertThat(cluster.topics).containsKey("views");
    }

    @Test
    void saysWhichTopicThatIsThereHasOtherTimesThanItMust() {
        cluster.topics.put("feed", new NewTopic("feed", 2, (short) 1));
        var setup = setup(Map.of());

        assertThat(setup.run()).isTrue();

        assertThat(setup.check())
                .isEqualTo(Check.passed(
                        "topics",
                        "3 topics are there; feed has message.timestamp.type=CreateTime, which must be LogAppendTime"));
    }

    @Test
    void goesOnWhereItMayNotAskHowTopicsAreConfigured() {
        cluster.secret.set(true);
        var setup = setup(Map.of());

        assertThat(setup.run()).isTrue();

        assertThat(setup.check()).isEqualTo(Check.passed("topics", "3 topics are there"));
    }

    @Test
    void triesAgainUntilTheClusterAnswers() {
        cluster.failures.set(3);
        var setup = setup(Map.of());

        assertThat(setup.run()).isTrue();

        assertThat(cluster.topics).containsOnlyKeys("articles", "views", "feed");
    }

    @Test
    void waitsUntilWhatItCreatedIsSeen() {
        cluster.blindLooks.set(2);

        assertThat(setup(Map.of()).run()).isTrue();

        assertThat(cluster.blindLooks).hasNonPositiveValue();
    }

    @Test
    void saysWhatStandsInTheWayAndStopsWhenItIsClosed() throws InterruptedException {
        cluster.failures.set(Integer.MAX_VALUE);
        var setup = setup(Map.of());
        var finished = new AtomicBoolean(true);
        Thread running = Thread.ofVirtual().start(() -> finished.set(setup.run()));

        await().untilAsserted(() -> assertThat(setup.check().detail()).contains("nobody is there"));
        assertThat(setup.check().passed()).isFalse();
        setup.close();

        assertThat(running.join(Duration.ofSeconds(10))).isTrue();
        assertThat(finished).isFalse();
    }

    private TopicSetup setup(Map<String, String> values) {
        return new TopicSetup(TestKafka.settings(values), TOPICS, () -> cluster, PAUSE);
    }
}
