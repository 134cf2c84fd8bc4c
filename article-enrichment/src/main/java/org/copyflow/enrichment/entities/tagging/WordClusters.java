package org.copyflow.enrichment.entities.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.copyflow.enrichment.lexicon.HashTable;

/// Words that stand in the same surroundings, by Brown's method (Brown and others, Computational Linguistics 18, 1992):
/// a tree of two branches at each fork, whose leaves are clusters of words. Immutable, thread-safe.
public final class WordClusters {

    /// The forks after which a word's way through the tree is looked at.
    private static final int[] DEPTHS = {4, 6, 8, 10, 12};

    static final int SIZES = DEPTHS.length + 1;
    private static final int UNKNOWN = 1;

    private final HashTable clusters;
    private final int[] prefixes;

    private WordClusters(HashTable clusters, List<String> ways) {
        this.clusters = clusters;
        prefixes = new int[(ways.size() + 1) * SIZES];
        for (int cluster = 0; cluster < ways.size(); cluster++) {
            String way = ways.get(cluster);
            for (int size = 0; size < SIZES; size++) {
                int depth = size < DEPTHS.length ? Math.min(DEPTHS[size], way.length()) : way.length();
                prefixes[(cluster + 1) * SIZES + size] = Integer.parseInt("1" + way.substring(0, depth), 2);
            }
        }
        for (int size = 0; size < SIZES; size++) {
            prefixes[size] = UNKNOWN;
        }
    }

    /// Those that lie beside this class.
    static WordClusters load() {
        try (InputStream file = WordClusters.class.getResourceAsStream("clusters-en.table")) {
            if (file == null) {
                throw new IllegalStateException("clusters-en.table is missing beside " + WordClusters.class.getName());
            }
            try (var in = new DataInputStream(new GZIPInputStream(file, 1 << 16))) {
                List<String> ways = in.readUTF().lines().toList();
                return new WordClusters(HashTable.read(in), ways);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read clusters-en.table beside " + WordClusters.class.getName(), e);
        }
    }

    /// @param ways of each cluster, the branches from the root as `0` and `1`
    /// @param clusters the number of a word's cluster, by the word's hash
    public static void write(List<String> ways, SortedMap<Integer, Integer> clusters, OutputStream file)
            throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            out.writeUTF(String.join("\n", ways));
            HashTable.write(clusters, out);
        }
    }

    /// Where the word's way is found; for [#prefix].
    int of(int wordHash) {
        return (clusters.of(wordHash) + 1) * SIZES;
    }

    /// The way's beginning, as one number.
    ///
    /// @param size from 0, the shortest, to 5, the whole way
    int prefix(int place, int size) {
        return prefixes[place + size];
    }
}
