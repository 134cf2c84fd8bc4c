package org.copyflow.formats.html.lexicon;

/// Says of most words that they are none of some, by one bit of a small table: so that the large ones, which lie
/// further away in memory, are seldom looked at. Immutable once filled.
final class WordSieve {

    private static final int HASH_BITS = 13;

    private final long[] bits = new long[(1 << HASH_BITS) / Long.SIZE];

    /// @param hash with its entropy in the upper bits, as that of [Letters#hash]
    void add(long hash) {
        int bit = (int) (hash >>> (Long.SIZE - HASH_BITS));
        bits[bit / Long.SIZE] |= 1L << bit;
    }

    boolean mayHold(long hash) {
        int bit = (int) (hash >>> (Long.SIZE - HASH_BITS));
        return (bits[bit / Long.SIZE] >>> bit & 1) != 0;
    }
}
