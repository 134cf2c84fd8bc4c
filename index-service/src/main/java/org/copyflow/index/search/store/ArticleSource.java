package org.copyflow.index.search.store;

import org.apache.kafka.clients.consumer.Consumer;

/// Where the index reads articles from.
public interface ArticleSource {

    /// A consumer that reads what is committed, without a group.
    Consumer<String, byte[]> consumer();

    /// Kafka's own id of the topic, which another one of the same name has not.
    String topicId();
}
