package org.copyflow.index.instances;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/// Which entries of a store are asked for, by their keys as the store keeps them.
///
/// @param from the least key, absent for the first
/// @param to the greatest, absent for the last
/// @param backwards whether the greatest comes first
/// @param goesOn whether the entry where it begins was told already
public record StoreRange(@Nullable Bytes from, @Nullable Bytes to, boolean backwards, boolean goesOn) {

    /// What is left after an entry.
    StoreRange after(Bytes key) {
        return backwards ? new StoreRange(from, key, true, true) : new StoreRange(key, to, false, true);
    }

    /// Whether an entry was told already.
    boolean isTold(Bytes key) {
        return goesOn && key.equals(backwards ? to : from);
    }
}
