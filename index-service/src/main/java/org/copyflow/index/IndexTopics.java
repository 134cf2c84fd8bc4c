package org.copyflow.index;

import java.util.List;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.kafka.TopicSetup;

/// The topics of Kafka that the index reads and writes.
final class IndexTopics {

    private static final List<EventTopic<?, ?>> ALL = List.of(
            EventTopics.ARTICLES_ENRICHED,
            EventTopics.ARTICLES_DIGESTS,
            EventTopics.ARTICLES_RELATIONS,
            EventTopics.STORIES,
            EventTopics.TOPICS_FEED,
            EventTopics.TOPICS_VIEWS,
            EventTopics.QUERIES,
            EventTopics.ARTICLES_INDEXED,
            EventTopics.ARTICLES_DELIVERED,
            EventTopics.SUBSCRIPTIONS,
            EventTopics.SUBSCRIPTIONS_PROGRESS);

    private IndexTopics() {}

    static TopicSetup setup(KafkaSettings kafka) {
        return new TopicSetup(
                kafka,
                ALL.stream()
                        .map(topic -> new TopicSetup.Topic(topic.name(), kafka.topicPartitions(), topic.config()))
                        .toList());
    }
}
