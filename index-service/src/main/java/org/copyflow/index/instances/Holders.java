package org.copyflow.index.instances;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/// Who holds what, as the group's coordinator last said.
final class Holders {

    private Holders() {}

    /// An instance that holds a partition of a store.
    ///
    /// @param standby whether it only follows the one that works on it, some moments behind
    record Holder(HostInfo host, boolean standby) {

        @Override
        public String toString() {
            return host.host() + ':' + host.port() + (standby ? " (standby)" : "");
        }
    }

    /// The instances that hold a partition of a store: first the one that works on it, then its standbys.
    ///
    /// @param source the partition from which that of the store follows
    static List<Holder> of(Collection<StreamsMetadata> instances, String storeName, TopicPartition source) {
        var holders = new ArrayList<Holder>();
        for (StreamsMetadata instance : instances) {
            if (instance.stateStoreNames().contains(storeName)
                    && instance.topicPartitions().contains(source)) {
                holders.addFirst(new Holder(instance.hostInfo(), false));
            } else if (instance.standbyStateStoreNames().contains(storeName)
                    && instance.standbyTopicPartitions().contains(source)) {
                holders.addLast(new Holder(instance.hostInfo(), true));
            }
        }
        return holders;
    }
}
