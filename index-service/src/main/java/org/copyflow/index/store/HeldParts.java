package org.copyflow.index.store;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.TaskId;

/// The parts of stores that this instance works on and that are whole, and those that it only follows. Kafka Streams
/// (4.3) lets any store be asked that is open, also one that is still being restored, and then a missing entry may be
/// one that is yet to come. Thread-safe.
public final class HeldParts implements StandbyUpdateListener {

    private final Set<Part> worked = ConcurrentHashMap.newKeySet();
    private final Set<Part> followed = ConcurrentHashMap.newKeySet();

    private record Part(String storeName, int partition) {}

    public boolean worksOn(String storeName, int partition) {
        return worked.contains(new Part(storeName, partition));
    }

    public boolean follows(String storeName, int partition) {
        return followed.contains(new Part(storeName, partition));
    }

    /// To be told when work on the partition begins: Streams begins only with what is restored.
    public void begin(Collection<String> storeNames, int partition) {
        storeNames.forEach(name -> worked.add(new Part(name, partition)));
    }

    /// To be told when work on the partition ends.
    public void end(Collection<String> storeNames, int partition) {
        storeNames.forEach(name -> worked.remove(new Part(name, partition)));
    }

    @Override
    public void onUpdateStart(TopicPartition changelog, String storeName, long startingOffset) {
        followed.add(new Part(storeName, changelog.partition()));
    }

    @Override
    public void onBatchLoaded(
            TopicPartition changelog,
            String storeName,
            TaskId task,
            long batchEndOffset,
            long batchSize,
            long currentEndOffset) {
        // how far it is is asked for when it is read
    }

    @Override
    public void onUpdateSuspended(
            TopicPartition changelog, String storeName, long storeOffset, long currentEndOffset, SuspendReason reason) {
        followed.remove(new Part(storeName, changelog.partition()));
    }
}
