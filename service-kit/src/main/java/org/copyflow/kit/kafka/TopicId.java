package org.copyflow.kit.kafka;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// The id that Kafka gives a topic: no other topic of any cluster has it, not even one of the same name made anew.
public final class TopicId {

    private TopicId() {}

    /// Asks Kafka.
    ///
    /// @param clientId who asks
    /// @throws KafkaException where there is no such topic or nobody answers
    public static String of(String topic, KafkaSettings kafka, String clientId) {
        try (Admin admin = Admin.create(kafka.admin(clientId))) {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .map(description -> description.topicId().toString())
                    .findFirst()
                    .orElseThrow(() -> new KafkaException("there is no " + topic));
        } catch (ExecutionException e) {
            throw new KafkaException("cannot ask for the id of " + topic + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
