package org.copyflow.index.instances;

/// One partition of one store.
///
/// @param standby whether it is read where it only follows the instance that works on it, some moments behind
public record StorePart(String storeName, int partition, boolean standby) {

    @Override
    public String toString() {
        return "partition " + partition + " of " + storeName + (standby ? " (standby)" : "");
    }
}
