package org.copyflow.index.instances;

import org.apache.kafka.streams.state.HostInfo;

/// An instance that holds a partition of a store.
///
/// @param standby whether it only follows the one that works on the partition, some moments behind
record Holder(HostInfo host, boolean standby) {

    @Override
    public String toString() {
        return host.host() + ':' + host.port() + (standby ? " (standby)" : "");
    }
}
