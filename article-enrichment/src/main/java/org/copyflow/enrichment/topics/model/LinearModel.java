package org.copyflow.enrichment.topics.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// A weight for each concept and feature, and one for each concept alone. Immutable, thread-safe.
public final class LinearModel {

    private static final int MOST = 127;

    private final List<String> concepts;
    private final float[] bias;
    private final float scale;
    private final byte[] weights;

    private LinearModel(List<String> concepts, float[] bias, float scale, byte[] weights) {
        this.concepts = List.copyOf(concepts);
        this.bias = bias;
        this.scale = scale;
        this.weights = weights;
    }

    /// @param concepts the ids
    /// @param bias a weight for each concept
    /// @param weights `[feature * concepts + concept]`; kept in a byte each
    public static LinearModel of(List<String> concepts, float[] bias, float[] weights) {
        float greatest = 1e-6f;
        for (float weight : weights) {
            greatest = Math.max(greatest, Math.abs(weight));
        }
        float scale = greatest / MOST;
        var packed = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            packed[i] = (byte) Math.round(weights[i] / scale);
        }
        return new LinearModel(concepts, bias.clone(), scale, packed);
    }

    static LinearModel read(DataInput in) throws IOException {
        List<String> concepts = in.readUTF().lines().toList();
        var bias = new float[concepts.size()];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = in.readFloat();
        }
        float scale = in.readFloat();
        int features = in.readInt();
        var weights = new byte[features * bias.length];
        var column = new byte[features];
        for (int concept = 0; concept < bias.length; concept++) {
            in.readFully(column);
            for (int feature = 0; feature < features; feature++) {
                weights[feature * bias.length + concept] = column[feature];
            }
        }
        return new LinearModel(concepts, bias, scale, weights);
    }

    /// One concept's weights after the other's, which packs better.
    void write(DataOutput out) throws IOException {
        out.writeUTF(String.join("\n", concepts));
        for (float each : bias) {
            out.writeFloat(each);
        }
        out.writeFloat(scale);
        int features = weights.length / Math.max(1, bias.length);
        out.writeInt(features);
        for (int concept = 0; concept < bias.length; concept++) {
            for (int feature = 0; feature < features; feature++) {
                out.writeByte(weights[feature * bias.length + concept]);
            }
        }
    }

    public List<String> concepts() {
        return concepts;
    }

    /// For each concept, how much speaks for it.
    public double[] scores(FeatureVector article) {
        var scores = new float[bias.length];
        for (int i = 0; i < article.size(); i++) {
            int at = article.feature(i) * bias.length;
            float weight = article.weight(i) * scale;
            for (int concept = 0; concept < bias.length; concept++) {
                scores[concept] += weights[at + concept] * weight;
            }
        }
        var sum = new double[bias.length];
        for (int concept = 0; concept < bias.length; concept++) {
            sum[concept] = scores[concept] + bias[concept];
        }
        return sum;
    }

    /// What a feature speaks for a concept.
    float weight(int feature, int concept) {
        return weights[feature * bias.length + concept] * scale;
    }
}
