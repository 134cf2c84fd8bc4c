package org.copyflow.index.stream;

import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.copyflow.index.store.HeldParts;
import org.jspecify.annotations.NullUnmarked;

/// A processor that says from when to when its stores can be asked.
@NullUnmarked // Kafka sets the field in init
final class AnnouncedProcessor<A, B, C, D> implements Processor<A, B, C, D> {

    private final Processor<A, B, C, D> processor;
    private final Set<String> storeNames;
    private final HeldParts held;
    private int partition;

    AnnouncedProcessor(Processor<A, B, C, D> processor, Set<String> storeNames, HeldParts held) {
        this.processor = processor;
        this.storeNames = storeNames;
        this.held = held;
    }

    @Override
    public void init(ProcessorContext<C, D> context) {
        partition = context.taskId().partition();
        processor.init(context);
        held.begin(storeNames, partition);
    }

    @Override
    public void process(Record<A, B> record) {
        processor.process(record);
    }

    @Override
    public void close() {
        held.end(storeNames, partition);
        processor.close();
    }
}
