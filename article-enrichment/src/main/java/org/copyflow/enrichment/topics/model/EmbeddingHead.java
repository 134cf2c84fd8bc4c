package org.copyflow.enrichment.topics.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// What an embedding says of an article's topics: a weight for each concept and dimension. Immutable, thread-safe.
public final class EmbeddingHead {

    private final List<String> concepts;
    private final float[] bias;
    private final float[] weights;

    /// @param weights `[dimension * concepts + concept]`
    public EmbeddingHead(List<String> concepts, float[] bias, float[] weights) {
        this.concepts = List.copyOf(concepts);
        this.bias = bias.clone();
        this.weights = weights.clone();
    }

    static EmbeddingHead read(DataInput in) throws IOException {
        List<String> concepts = in.readUTF().lines().toList();
        var bias = new float[concepts.size()];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = in.readFloat();
        }
        var weights = new float[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new EmbeddingHead(concepts, bias, weights);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(String.join("\n", concepts));
        for (float each : bias) {
            out.writeFloat(each);
        }
        out.writeInt(weights.length);
        for (float each : weights) {
            out.writeFloat(each);
        }
    }

    double[] scores(float[] embedding) {
        var scores = new double[bias.length];
        for (int concept = 0; concept < bias.length; concept++) {
            scores[concept] = bias[concept];
            for (int i = 0; i < embedding.length; i++) {
                scores[concept] += weights[i * bias.length + concept] * embedding[i];
            }
        }
        return scores;
    }
}
