package org.copyflow.enrichment.entities.tagging;

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

/// A million and a half names that are known, each with the kinds of thing that bear it: hints, never proof. Kept as
/// hashes, so that a name now and then is taken for another one. Immutable, thread-safe.
public final class KnownNames {

    /// The most words of a known name.
    public static final int LONGEST = 6;

    /// Set beside the kinds of a single word that is nothing else than a name: small letters do not hide it.
    public static final int ONLY_A_NAME = 1 << 8;

    private static final int PLACES = 4 | 8;

    private final HashTable kinds;

    private KnownNames(HashTable kinds) {
        this.kinds = kinds;
    }

    /// Those that lie beside this class.
    static KnownNames load() {
        try (InputStream file = KnownNames.class.getResourceAsStream("known-names-en.table")) {
            if (file == null) {
                throw new IllegalStateException("known-names-en.table is missing beside " + KnownNames.class.getName());
            }
            try (var in = new DataInputStream(new GZIPInputStream(file, 1 << 16))) {
                return new KnownNames(HashTable.read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read known-names-en.table beside " + KnownNames.class.getName(), e);
        }
    }

    /// @param kinds a bit for each kind, by the name's hash
    public static void write(SortedMap<Integer, Integer> kinds, OutputStream file) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            HashTable.write(kinds, out);
        }
    }

    /// The hash of a name that a word lengthens.
    ///
    /// @param name the hash of the words before, 0 for none
    public static int hash(int name, int word) {
        return name == 0 ? word : (name * 31 + word) * 0x85EBCA6B;
    }

    /// The kinds of thing that bear a name, as bits; 0 where it is not known.
    int of(int nameHash) {
        return Math.max(0, kinds.of(nameHash));
    }

    /// Is it a place's name, and a known one?
    boolean isPlace(int nameHash) {
        return (of(nameHash) & PLACES) != 0;
    }

    boolean isOnlyAName(int wordHash) {
        return (of(wordHash) & ONLY_A_NAME) != 0;
    }
}
