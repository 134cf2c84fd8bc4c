package org.copyflow.index.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How far a subscriber has come: for each partition of the feed, the offset of the last event it has. As text,
/// `partition-offset` with a dot between two, by partition: `3-18872` or `0-12.1-55`. Clients take it as opaque.
public final class Cursor {

    private static final int MAX_CHARS = 16_384;

    private final Map<Integer, Long> offsets;

    private Cursor(Map<Integer, Long> offsets) {
        this.offsets = offsets;
    }

    /// @param offsets partition → offset of the last event had, -1 for none
    public static Cursor of(Map<Integer, Long> offsets) {
        return new Cursor(new TreeMap<>(offsets));
    }

    /// @throws IllegalArgumentException where the text is not one that [#toString()] makes
    public static Cursor parse(String text) {
        if (text.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a cursor has at most " + MAX_CHARS + " characters");
        }
        var offsets = new TreeMap<Integer, Long>();
        for (String part : text.split("\\.", -1)) {
            int dash = part.indexOf('-');
            try {
                offsets.put(
                        Integer.parseUnsignedInt(part.substring(0, Math.max(0, dash))),
                        Long.parseLong(part.substring(dash + 1)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "'%s' is not a cursor: send back an id as it came".formatted(text), e);
            }
        }
        return new Cursor(offsets);
    }

    /// Whether it says anything about the partition.
    public boolean knows(int partition) {
        return offsets.containsKey(partition);
    }

    /// The offset of the last event had of the partition; -1 where there was none.
    public long offset(int partition) {
        return offsets.getOrDefault(partition, -1L);
    }

    /// This cursor after one more event.
    public Cursor after(int partition, long offset) {
        var next = new TreeMap<>(offsets);
        next.put(partition, offset);
        return new Cursor(next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && offsets.equals(cursor.offsets);
    }

    @Override
    public int hashCode() {
        return offsets.hashCode();
    }

    @Override
    public String toString() {
        return offsets.entrySet().stream()
                .map(entry -> entry.getKey() + "-" + entry.getValue())
                .collect(Collectors.joining("."));
    }
}
