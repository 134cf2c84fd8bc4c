package org.copyflow.kit.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many other instances keep a copy of each state store up to date. With the classic protocol Streams itself is
/// told; with the streams protocol the brokers assign, and are told by the group's configuration.
final class StandbyReplicas {

    private static final Logger LOG = LoggerFactory.getLogger(StandbyReplicas.class);
    private static final String OF_A_GROUP = "streams.num.standby.replicas";

    private StandbyReplicas() {}

    /// Tells the brokers, where it is for them to know. A broker that cannot be told assigns as many as it is set to.
    ///
    /// @param config of Streams, with the number as `num.standby.replicas`
    /// @return what Streams itself is configured with
    static Map<String, Object> ask(Map<String, Object> config) throws InterruptedException {
        Object protocol = config.get(StreamsConfig.GROUP_PROTOCOL_CONFIG);
        Object wanted = config.get(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG);
        if (wanted == null || !GroupProtocol.STREAMS.name().equalsIgnoreCase(String.valueOf(protocol))) {
            return config;
        }
        String group = String.valueOf(config.get(StreamsConfig.APPLICATION_ID_CONFIG));
        Map<String, Object> client = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                config.get(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG),
                CommonClientConfigs.CLIENT_ID_CONFIG,
                group + "-group-setup");
        try (Admin admin = Admin.create(client)) {
            var set = new AlterConfigOp(new ConfigEntry(OF_A_GROUP, wanted.toString()), AlterConfigOp.OpType.SET);
            var resource = new ConfigResource(ConfigResource.Type.GROUP, group);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
        } catch (ExecutionException e) {
            LOG.atWarn()
                    .addKeyValue("group", group)
                    .addKeyValue("standbyReplicas", wanted)
                    .setCause(e.getCause())
                    .log("the brokers do not take the number of standby replicas; theirs holds");
        }
        var rest = new HashMap<>(config);
        rest.remove(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG);
        return rest;
    }
}
