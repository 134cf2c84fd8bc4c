package org.copyflow.kit.kafka;

import java.util.Map;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.StreamsInvalidTopologyException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/// Recognises that the brokers do not let Streams into its group, which no new thread mends, and says what an operator
/// can do. With `group.protocol=streams` the brokers keep the topology that a group was made with, its internal topics'
/// configurations included, also while nobody is in the group; as of Kafka 4.3 they take no other one
/// (KAFKA-20170). `docs/decisions/0007-a-changed-topology-goes-through-classic.md` tells more.
final class GroupRefusal {

    private static final int MAX_CAUSES = 20;
    private static final String CLASSIC = "kafka.streams-group-protocol=classic";

    private GroupRefusal() {}

    /// What to do, where the failure is such a refusal; absent where it is anything else.
    ///
    /// @param config of Streams
    static @Nullable String remedy(@Nullable Throwable failure, Map<String, Object> config) {
        String protocol = String.valueOf(config.get(StreamsConfig.GROUP_PROTOCOL_CONFIG));
        if (!GroupProtocol.STREAMS.name().equalsIgnoreCase(protocol)) {
            return null;
        }
        Object group = config.get(StreamsConfig.APPLICATION_ID_CONFIG);
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof InvalidRequestException || cause instanceof StreamsInvalidTopologyException) {
                return "the brokers keep another topology of the group " + group + " (this release, or"
                        + " kafka.replication-factor, differs from what the group was made with): stop all instances of"
                        + " the service, then start them with " + CLASSIC + ", which keeps offsets and state; stop"
                        + " them all and take the setting out again to return to the streams protocol";
            }
            if (cause instanceof UnsupportedVersionException) {
                return "the brokers do not know the streams group protocol, which came with Kafka 4.2: start all"
                        + " instances of the service with " + CLASSIC + ", or upgrade the brokers";
            }
        }
        return null;
    }
}
