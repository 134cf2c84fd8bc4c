package org.copyflow.index.store;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The parts of stores that this instance works on and that are whole again. Kafka Streams lets a store be asked while
/// it is still being restored (as of 4.3, once its thread runs), and then a missing entry may be one that is yet to
/// come. Thread-safe.
public final class RestoredParts {

    private final Set<Part> parts = ConcurrentHashMap.newKeySet();

    private record Part(String storeName, int partition) {}

    public boolean contains(String storeName, int partition) {
        return parts.contains(new Part(storeName, partition));
    }

    /// To be told when work on the partition begins: Streams begins only with what is restored.
    public void begin(Collection<String> storeNames, int partition) {
        storeNames.forEach(name -> parts.add(new Part(name, partition)));
    }

    /// To be told when work on the partition ends.
    public void end(Collection<String> storeNames, int partition) {
        storeNames.forEach(name -> parts.remove(new Part(name, partition)));
    }
}
