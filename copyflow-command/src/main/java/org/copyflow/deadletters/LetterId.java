package org.copyflow.deadletters;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Where a dead letter stands on its topic: partition and offset, written `2-15`.
public record LetterId(int partition, long offset) {

    /// @throws IllegalArgumentException where it is not an id, showing it
    public static LetterId parse(String text) {
        int dash = text.indexOf('-');
        try {
            int partition = Integer.parseInt(text.substring(0, Math.max(0, dash)));
            long offset = Long.parseLong(text.substring(dash + 1));
            if (partition >= 0 && offset >= 0) {
                return new LetterId(partition, offset);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notAnId(text), e);
        }
        throw new IllegalArgumentException(notAnId(text));
    }

    static LetterId of(ConsumerRecord<?, ?> dead) {
        return new LetterId(dead.partition(), dead.offset());
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }

    private static String notAnId(String text) {
        return "not a dead letter's id: '" + text + "'; one looks like 2-15, see `copyflow dead-letters list`";
    }
}
