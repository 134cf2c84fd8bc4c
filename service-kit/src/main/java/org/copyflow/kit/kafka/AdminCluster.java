package org.copyflow.kit.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real cluster, asked through Kafka's admin client.
final class AdminCluster implements TopicSetup.Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(AdminCluster.class);

    private final Admin admin;

    /// @throws KafkaException where no bootstrap address can be resolved
    AdminCluster(KafkaSettings settings) {
        admin = Admin.create(settings.admin("topic-setup"));
    }

    @Override
    public Set<String> topics() throws InterruptedException {
        return get(admin.listTopics().names());
    }

    @Override
    public Map<String, Integer> partitions(Collection<String> topics) throws InterruptedException {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        TopicDescription::name, topic -> topic.partitions().size()));
    }

    @Override
    public Map<String, String> timestampTypes(Collection<String> topics) throws InterruptedException {
        List<ConfigResource> asked = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        return get(admin.describeConfigs(asked).all()).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        topic -> topic.getKey().name(),
                        topic -> topic.getValue()
                                .get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)
                                .value()));
    }

    @Override
    public void create(List<NewTopic> topics) throws InterruptedException {
        for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
            try {
                get(created);
            } catch (TopicExistsException e) {
                LOG.debug("another service was faster, and its topic is as good: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
