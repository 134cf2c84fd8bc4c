package org.copyflow.index.times;

import java.io.ByteArrayOutputStream;

/// How many of a topic's articles are from each quarter of an hour of one day (UTC). Immutable.
///
/// As bytes: of each quarter that has any, its number in one byte, then how many as a variable-length integer (seven
/// bits a byte, the lowest first). A topic of a few articles a day takes a few bytes.
public final class DayCounts {

    /// Quarters of an hour in a day.
    public static final int QUARTERS = 96;

    /// Of a day without an article.
    public static final DayCounts NONE = new DayCounts(new int[QUARTERS]);

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private final int[] counts;

    private DayCounts(int[] counts) {
        this.counts = counts;
    }

    public static DayCounts parse(byte[] bytes) {
        var counts = new int[QUARTERS];
        for (int at = 0; at < bytes.length; ) {
            int quarter = bytes[at++];
            int count = 0;
            for (int shift = 0; ; shift += BITS) {
                int next = bytes[at++];
                count |= (next & (MORE - 1)) << shift;
                if (next >= 0) {
                    break;
                }
            }
            counts[quarter] = count;
        }
        return new DayCounts(counts);
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int rest = counts[quarter];
            if (rest > 0) {
                bytes.write(quarter);
                for (; rest >= MORE; rest >>>= BITS) {
                    bytes.write(rest | MORE);
                }
                bytes.write(rest);
            }
        }
        return bytes.toByteArray();
    }

    /// The same with more or fewer in one quarter, never fewer than none.
    public DayCounts plus(int quarter, int more) {
        int[] changed = counts.clone();
        changed[quarter] = Math.max(0, changed[quarter] + more);
        return new DayCounts(changed);
    }

    public boolean isEmpty() {
        for (int count : counts) {
            if (count > 0) {
                return false;
            }
        }
        return true;
    }

    void copyTo(int[] quarters, int from) {
        System.arraycopy(counts, 0, quarters, from, QUARTERS);
    }
}
