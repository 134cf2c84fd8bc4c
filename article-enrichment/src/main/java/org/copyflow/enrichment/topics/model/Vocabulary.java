package org.copyflow.enrichment.topics.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// The features that a model knows, and how rare each is. Immutable, thread-safe.
public final class Vocabulary {

    private static final float SCALE = 16;

    private final int[] hashes;
    /// The inverse document frequency of each.
    private final float[] rarity;
    /// The number plus one of the feature whose hash leads to the slot; 0 where it is free.
    private final int[] slots;

    /// @param hashes ascending
    /// @param rarity the inverse document frequency of each, from 0 to 15
    public Vocabulary(int[] hashes, float[] rarity) {
        this.hashes = hashes.clone();
        this.rarity = new float[rarity.length];
        slots = new int[Integer.highestOneBit(Math.max(2, hashes.length)) * 4];
        for (int i = 0; i < hashes.length; i++) {
            this.rarity[i] = Math.round(rarity[i] * SCALE) / SCALE;
            int slot = slot(hashes[i]);
            slots[slot] = i + 1;
        }
    }

    static Vocabulary read(DataInput in) throws IOException {
        int size = in.readInt();
        var hashes = new int[size];
        var rarity = new float[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = in.readInt();
        }
        for (int i = 0; i < size; i++) {
            rarity[i] = in.readUnsignedByte() / SCALE;
        }
        return new Vocabulary(hashes, rarity);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(hashes.length);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
        for (float each : rarity) {
            out.writeByte(Math.round(each * SCALE));
        }
    }

    public int size() {
        return hashes.length;
    }

    /// The number of a feature; -1 where it is not known.
    int number(int hash) {
        return slots[slot(hash)] - 1;
    }

    /// The inverse document frequency of a feature.
    float rarity(int feature) {
        return rarity[feature];
    }

    /// The damped counts of known features times their rarity, brought to length 1.
    public FeatureVector vector(TopicFeatures article) {
        var known = new int[article.size()];
        var weights = new float[article.size()];
        int count = 0;
        double squares = 0;
        for (int i = 0; i < article.size(); i++) {
            int number = number(article.hash(i));
            if (number >= 0) {
                float weight = (float) (1 + Math.log(article.count(i))) * rarity[number];
                known[count] = number;
                weights[count++] = weight;
                squares += weight * weight;
            }
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < count; i++) {
            weights[i] /= length;
        }
        return new FeatureVector(Arrays.copyOf(known, count), Arrays.copyOf(weights, count));
    }

    /// A vector in which rare features count more, by the square root of their rarity; of length 1.
    public FeatureVector rarer(FeatureVector article) {
        var features = new int[article.size()];
        var weights = new float[article.size()];
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            features[i] = article.feature(i);
            weights[i] = article.weight(i) * (float) Math.sqrt(rarity[features[i]]);
            squares += weights[i] * weights[i];
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= length;
        }
        return new FeatureVector(features, weights);
    }

    private int slot(int hash) {
        int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
        while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
