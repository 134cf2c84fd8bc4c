package org.copyflow.formats.html.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Function words of several languages, up to eight letters, packed into numbers so that looking one up makes no
/// object. Immutable.
public final class StopWords {

    private static final int MAX_LETTERS = 8;
    private static final int BITS_A_LETTER = 8;
    private static final StopWords KNOWN = load("stop-words.txt");

    private final long[] table;
    private final WordSieve sieve = new WordSieve();

    private StopWords(String[] words) {
        table = new long[Integer.highestOneBit(words.length * 4)];
        for (String word : words) {
            add(pack(word.toCharArray(), 0, word.length()));
            sieve.add(Letters.hash(word));
        }
    }

    public static StopWords known() {
        return KNOWN;
    }

    /// False of a word of letters and digits only that is surely none.
    ///
    /// @param hash of [Letters#hash]
    public boolean mayHold(long hash) {
        return sieve.mayHold(hash);
    }

    public boolean contains(char[] text, int start, int end) {
        long packed = pack(text, start, end);
        if (packed == 0) {
            return false;
        }
        for (int slot = slot(packed); table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            if (table[slot] == packed) {
                return true;
            }
        }
        return false;
    }

    private void add(long packed) {
        if (packed != 0) {
            int slot = slot(packed);
            while (table[slot] != 0 && table[slot] != packed) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = packed;
        }
    }

    private int slot(long packed) {
        return (int) ((packed * 0x9E3779B97F4A7C15L) >>> 40) & (table.length - 1);
    }

    /// Zero for words that are too long or have letters beyond Latin-1.
    private static long pack(char[] text, int start, int end) {
        if (end - start > MAX_LETTERS) {
            return 0;
        }
        long packed = 0;
        for (int i = start; i < end; i++) {
            char c = Letters.lower(text[i]);
            if (c > 0xFF) {
                return 0;
            }
            packed = (packed << BITS_A_LETTER) | c;
        }
        return packed;
    }

    private static StopWords load(String resource) {
        try (var stream = StopWords.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing beside " + StopWords.class);
            }
            return new StopWords(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
    }
}
