package org.copyflow.formats.html.page;

import java.util.Arrays;

/// The hashes of a page's words, block after block, bounded: what says whether two blocks say the same. An ideograph is
/// a word. Filled by [TextScan]; read-only afterwards.
public final class WordHashes {

    private static final int MAX_WORDS = 100_000;

    private long[] hashes = new long[4096];
    private int size;

    WordHashes() {}

    void add(long hash) {
        if (size == hashes.length && size < MAX_WORDS) {
            hashes = Arrays.copyOf(hashes, Math.min(MAX_WORDS, 2 * size));
        }
        if (size < MAX_WORDS) {
            hashes[size++] = hash;
        }
    }

    int size() {
        return size;
    }

    /// @param index between a block's [PageBlock#firstWord] and [PageBlock#endWord]
    public long get(int index) {
        return hashes[index];
    }
}
