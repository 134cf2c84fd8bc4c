package org.copyflow.enrichment.entities.chinese;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.copyflow.enrichment.lexicon.HashTable;

/// What Chinese words may be in names, as bits: hints, never proof. Kept as hashes. Immutable, thread-safe.
public final class KnownWords {

    /// The most characters of a known word.
    static final int LONGEST = 10;

    private final HashTable words;

    private KnownWords(HashTable words) {
        this.words = words;
    }

    /// Those that lie beside this class.
    static KnownWords load() {
        try (InputStream file = KnownWords.class.getResourceAsStream("words-zh.table")) {
            if (file == null) {
                throw new IllegalStateException("words-zh.table is missing beside " + KnownWords.class.getName());
            }
            try (var in = new DataInputStream(new GZIPInputStream(file, 1 << 16))) {
                return new KnownWords(HashTable.read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read words-zh.table beside " + KnownWords.class.getName(), e);
        }
    }

    /// @param words the bits of each word, by its hash
    public static void write(SortedMap<Integer, Integer> words, OutputStream file) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            HashTable.write(words, out);
        }
    }

    public static int hash(CharSequence word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        return hash;
    }

    /// The hash of a word that a character lengthens; 0 is that of no character.
    static int hash(int word, char next) {
        return (word ^ next) * 0x9E3779B1 + 0x7F4A7C15;
    }

    /// The bits of a word, by its hash; 0 where it is not known.
    int of(int wordHash) {
        return Math.max(0, words.of(wordHash));
    }
}
