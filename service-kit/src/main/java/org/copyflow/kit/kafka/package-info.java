/// How every service talks to Kafka: what its clients are set to, the topics it needs, and how it shows that it works.
///
/// [KafkaSettings] holds the settings and turns them into client configurations. [TopicSetup] creates missing topics,
/// [StreamsRunner] runs a topology and says how it is, [KafkaCheck] says whether the cluster answers, [KafkaMetrics]
/// shows the clients' own numbers. Nothing here knows which topics or events there are.
@NullMarked
package org.copyflow.kit.kafka;

import org.jspecify.annotations.NullMarked;
