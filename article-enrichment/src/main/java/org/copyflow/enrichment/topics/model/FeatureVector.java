package org.copyflow.enrichment.topics.model;

/// An article as the numbers of the features that a vocabulary knows, ascending, with a weight each; of length 1.
public final class FeatureVector {

    private final int[] features;
    private final float[] weights;

    /// @param features the numbers
    /// @param weights one for each
    public FeatureVector(int[] features, float[] weights) {
        this.features = features.clone();
        this.weights = weights.clone();
    }

    public int size() {
        return features.length;
    }

    public int feature(int index) {
        return features[index];
    }

    public float weight(int index) {
        return weights[index];
    }
}
