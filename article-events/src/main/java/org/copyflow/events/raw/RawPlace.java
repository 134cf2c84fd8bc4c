package org.copyflow.events.raw;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Where a raw record stands in `articles.raw`. As text, `partition-offset`, it is the receipt of the push.
public record RawPlace(int partition, long offset) {

    /// The place that a record's headers name as its origin; absent where they name none.
    public static @Nullable RawPlace originOf(Headers kafkaHeaders) {
        var headers = new EventHeaders(kafkaHeaders);
        try {
            Long partition = headers.number(EventHeaders.ORIGIN_PARTITION);
            Long offset = headers.number(EventHeaders.ORIGIN_OFFSET);
            return partition == null || offset == null ? null : new RawPlace(Math.toIntExact(partition), offset);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null; // written by somebody else
        }
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
