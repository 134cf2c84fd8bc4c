package org.copyflow.enrichment.entities.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The weights of features and of neighbouring labels. Immutable, thread-safe.
///
/// A file: gzip of the version, the scale, the weights of label pairs, then each feature's hash (as the difference to
/// the one before, ascending) with a byte a label.
public final class NameModel {

    private static final int VERSION = 1;
    private static final int L = NameKind.LABELS;

    /// Added to a weight, so that none is negative.
    private static final int BIAS = 128;

    private static final int BITS = 8;
    private static final int IN_FIRST = Long.SIZE / BITS;
    private static final long TAKEN = 0xFF00_0000L;

    /// Every other weight of eight, with room above each for the sum over all features of a token.
    private static final long EVERY_OTHER = 0x00FF_00FF_00FF_00FFL;

    /// Every other weight of those in the second long.
    private static final long EVERY_OTHER_REST = 0x00FF_00FFL;

    private final float scale;
    private final float[] transitions;
    /// Two longs a slot, so that a feature and its weights are read from memory at once: the weights of the first
    /// eight labels; those of the others (three at most), a byte that says that the slot is taken, and the hash.
    private final long[] slots;

    /// @param scale what a weight of 1 in a byte stands for
    /// @param transitions a weight for each label after each: `[before * LABELS + label]`
    /// @param hashes the features' hashes, each once
    /// @param weights a byte for each label of each feature
    public NameModel(float scale, float[] transitions, int[] hashes, byte[] weights) {
        this.scale = scale;
        this.transitions = transitions.clone();
        int size = Integer.highestOneBit(Math.max(2, hashes.length)) * 4;
        slots = new long[size * 2];
        for (int i = 0; i < hashes.length; i++) {
            int slot = hashes[i] & (size - 1);
            while (slots[2 * slot + 1] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            slots[2 * slot] = packed(weights, i * L, IN_FIRST);
            slots[2 * slot + 1] =
                    ((long) hashes[i] << Integer.SIZE) | TAKEN | packed(weights, i * L + IN_FIRST, L - IN_FIRST);
        }
    }

    private static long packed(byte[] weights, int from, int count) {
        long packed = 0;
        for (int i = 0; i < count; i++) {
            packed |= (long) (weights[from + i] + BIAS) << (i * BITS);
        }
        return packed;
    }

    /// A model that lies beside a class.
    public static NameModel load(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside " + owner.getName());
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " beside " + owner.getName(), e);
        }
    }

    /// A model that knows nothing.
    public static NameModel untrained() {
        return new NameModel(1, new float[L * L], new int[0], new byte[0]);
    }

    static NameModel read(InputStream file) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(file, 1 << 16))) {
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException(
                        "version " + version + " of a model of names, where " + VERSION + " was expected");
            }
            float scale = in.readFloat();
            var transitions = new float[L * L];
            for (int i = 0; i < transitions.length; i++) {
                transitions[i] = in.readFloat();
            }
            var hashes = new int[in.readInt()];
            int last = 0;
            for (int i = 0; i < hashes.length; i++) {
                last += in.readInt();
                hashes[i] = last;
            }
            var weights = new byte[hashes.length * L];
            in.readFully(weights);
            return new NameModel(scale, transitions, hashes, weights);
        }
    }

    public void write(OutputStream file) throws IOException {
        int[] byHash = IntStream.range(0, slots.length / 2)
                .filter(slot -> slots[2 * slot + 1] != 0)
                .boxed()
                .sorted(Comparator.comparing(this::hash))
                .mapToInt(Integer::intValue)
                .toArray();
        try (var out = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            out.writeInt(VERSION);
            out.writeFloat(scale);
            for (float weight : transitions) {
                out.writeFloat(weight);
            }
            out.writeInt(byHash.length);
            int last = 0;
            for (int slot : byHash) {
                out.writeInt(hash(slot) - last);
                last = hash(slot);
            }
            for (int slot : byHash) {
                for (int label = 0; label < L; label++) {
                    long eight = slots[2 * slot + label / IN_FIRST];
                    out.writeByte((int) (eight >>> (label % IN_FIRST * BITS)) - BIAS);
                }
            }
        }
    }

    private int hash(int slot) {
        return (int) (slots[2 * slot + 1] >>> Integer.SIZE);
    }

    /// Adds up each label's weight of the features of one token, several labels in one addition.
    ///
    /// @param count at most 256, for which the sums have room
    void score(int[] features, int count, int[] sums) {
        long even = 0;
        long odd = 0;
        long evenRest = 0;
        long oddRest = 0;
        int found = 0;
        int mask = slots.length / 2 - 1;
        for (int f = 0; f < count; f++) {
            int slot = features[f] & mask;
            long rest = slots[2 * slot + 1];
            while (rest != 0 && (int) (rest >>> Integer.SIZE) != features[f]) {
                slot = (slot + 1) & mask;
                rest = slots[2 * slot + 1];
            }
            if (rest != 0) {
                long first = slots[2 * slot];
                even += first & EVERY_OTHER;
                odd += (first >>> BITS) & EVERY_OTHER;
                evenRest += rest & EVERY_OTHER_REST;
                oddRest += (rest >>> BITS) & EVERY_OTHER_REST;
                found++;
            }
        }
        for (int label = 0; label < L; label += 2) {
            int shift = label % IN_FIRST * BITS;
            sums[label] = sum(label < IN_FIRST ? even : evenRest, shift, found);
            if (label + 1 < L) {
                sums[label + 1] = sum(label < IN_FIRST ? odd : oddRest, shift, found);
            }
        }
    }

    private static int sum(long sums, int shift, int features) {
        return (int) ((sums >>> shift) & 0xFFFF) - BIAS * features;
    }

    float scale() {
        return scale;
    }

    float transition(int before, int label) {
        return transitions[before * L + label];
    }
}
