package org.copyflow.index.feed;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far a subscriber has come: for each partition of the feed, the offset of the last event that it has or did not
/// want. As text, the id of the feed, a tilde, then `partition-offset` with a dot between two, by partition:
/// `kq3…Xw~0-12.1-55`. Clients take it as opaque.
public final class Cursor {

    private static final int MAX_CHARS = 16_384;
    private static final char AFTER_FEED = '~';
    private static final long NONE = -1;

    private final @Nullable String feed;
    private final Map<Integer, Long> offsets;

    private Cursor(@Nullable String feed, Map<Integer, Long> offsets) {
        this.feed = feed;
        this.offsets = offsets;
    }

    /// A cursor of this instance's own feed, whichever that is.
    ///
    /// @param offsets partition → offset of the last event had, -1 for none
    public static Cursor of(Map<Integer, Long> offsets) {
        return new Cursor(null, new TreeMap<>(offsets));
    }

    /// @param feed the id of the feed's topic, which no other topic of any cluster has
    /// @param offsets partition → offset of the last event had, -1 for none
    public static Cursor of(@Nullable String feed, Map<Integer, Long> offsets) {
        return new Cursor(feed, new TreeMap<>(offsets));
    }

    /// @throws IllegalArgumentException where the text is not one that [#toString()] makes
    public static Cursor parse(String text) {
        if (text.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a cursor has at most " + MAX_CHARS + " characters");
        }
        int tilde = text.indexOf(AFTER_FEED);
        var offsets = new TreeMap<Integer, Long>();
        for (String part : text.substring(tilde + 1).split("\\.", -1)) {
            int dash = part.indexOf('-');
            try {
                offsets.put(
                        Integer.parseUnsignedInt(part.substring(0, Math.max(0, dash))),
                        offset(part.substring(dash + 1)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "'%s' is not a cursor: send back an id as it came".formatted(text), e);
            }
        }
        return new Cursor(tilde < 0 ? null : text.substring(0, tilde), offsets);
    }

    private static long offset(String text) {
        long offset = Long.parseLong(text);
        if (offset < NONE) {
            throw new NumberFormatException(offset + " is before the first");
        }
        return offset;
    }

    /// The id of its feed, where it says that.
    public @Nullable String feed() {
        return feed;
    }

    /// Whether it may be one of this feed: it is if it does not say of which it is.
    public boolean isOf(@Nullable String other) {
        return feed == null || other == null || feed.equals(other);
    }

    /// Whether it says anything about the partition.
    public boolean knows(int partition) {
        return offsets.containsKey(partition);
    }

    /// The offset of the last event had of the partition; -1 where there was none.
    public long offset(int partition) {
        return offsets.getOrDefault(partition, NONE);
    }

    /// The partitions that it says something about.
    public Set<Integer> partitions() {
        return Collections.unmodifiableSet(offsets.keySet());
    }

    /// Whether whoever has come so far has everything that the other has.
    public boolean reaches(Cursor other) {
        for (Map.Entry<Integer, Long> entry : other.offsets.entrySet()) {
            if (offset(entry.getKey()) < entry.getValue()) {
                return false;
            }
        }
        return true;
    }

    /// A cursor of the same feed that says this.
    Cursor with(Map<Integer, Long> others) {
        return of(feed, others);
    }

    /// Of each partition the further of the two.
    public Cursor merge(Cursor other) {
        var furthest = new TreeMap<>(offsets);
        other.offsets.forEach((partition, offset) -> furthest.merge(partition, offset, Math::max));
        return new Cursor(other.feed == null ? feed : other.feed, furthest);
    }

    /// Of each partition the lesser of the two.
    public Cursor least(Cursor other) {
        var least = new TreeMap<Integer, Long>();
        merge(other)
                .offsets
                .keySet()
                .forEach(partition -> least.put(partition, Math.min(offset(partition), other.offset(partition))));
        return new Cursor(other.feed == null ? feed : other.feed, least);
    }

    /// This cursor after one more event.
    public Cursor after(int partition, long offset) {
        var next = new TreeMap<>(offsets);
        next.put(partition, offset);
        return new Cursor(feed, next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && Objects.equals(feed, cursor.feed) && offsets.equals(cursor.offsets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(feed, offsets);
    }

    @Override
    public String toString() {
        String places = offsets.entrySet().stream()
                .map(entry -> entry.getKey() + "-" + entry.getValue())
                .collect(Collectors.joining("."));
        return feed == null ? places : feed + AFTER_FEED + places;
    }
}
