package org.copyflow.enrichment.entities.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The weights of features and of neighbouring labels. Immutable, thread-safe.
///
/// A file: gzip of the version, the scale, the weights of label pairs, then each feature's hash (as the difference to
/// the one before, ascending) with a byte a label.
public final class NameModel {

    private static final int VERSION = 1;
    private static final int L = NameKind.LABELS;

    private final float scale;
    private final float[] transitions;
    /// The hash of a feature and its number plus one, in one; 0 where the slot is free.
    private final long[] slots;
    private final int[] hashes;
    private final byte[] weights;

    /// @param scale what a weight of 1 in a byte stands for
    /// @param transitions a weight for each label after each: `[before * LABELS + label]`
    /// @param hashes the features' hashes, ascending
    /// @param weights a byte for each label of each feature
    public NameModel(float scale, float[] transitions, int[] hashes, byte[] weights) {
        this.scale = scale;
        this.transitions = transitions.clone();
        this.hashes = hashes.clone();
        this.weights = weights.clone();
        slots = new long[Integer.highestOneBit(Math.max(2, hashes.length)) * 4];
        for (int i = 0; i < hashes.length; i++) {
            int slot = hashes[i] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = ((long) hashes[i] << 32) | (i + 1);
        }
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
        try (var out = new DataOutputStream(new GZIPOutputStream(file, 1 << 16))) {
            out.writeInt(VERSION);
            out.writeFloat(scale);
            for (float weight : transitions) {
                out.writeFloat(weight);
            }
            out.writeInt(hashes.length);
            int last = 0;
            for (int hash : hashes) {
                out.writeInt(hash - last);
                last = hash;
            }
            out.write(weights);
        }
    }

    /// Adds up each label's weight of the features of one token.
    void score(int[] features, int count, int[] sums) {
        Arrays.fill(sums, 0, L, 0);
        int mask = slots.length - 1;
        for (int f = 0; f < count; f++) {
            int slot = features[f] & mask;
            long entry = slots[slot];
            while (entry != 0 && (int) (entry >>> 32) != features[f]) {
                slot = (slot + 1) & mask;
                entry = slots[slot];
            }
            if (entry != 0) {
                add(((int) entry - 1) * L, sums);
            }
        }
    }

    private void add(int at, int[] sums) {
        for (int label = 0; label < L; label++) {
            sums[label] += weights[at + label];
        }
    }

    float scale() {
        return scale;
    }

    float transition(int before, int label) {
        return transitions[before * L + label];
    }
}
