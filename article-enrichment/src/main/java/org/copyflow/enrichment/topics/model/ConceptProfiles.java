package org.copyflow.enrichment.topics.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How articles about each concept read: the words of items and terms written for it, against which an article is held
/// (Rocchio 1971). Where a single item tells of a concept, as for many of those further down, a profile is better than
/// a regression, which would give everything to the concepts that have more. Immutable, thread-safe.
///
/// A weight is the square root of what was summed: a word of several of a concept's texts tells little more than one of
/// a single text does. In articles and profiles alike, rare words count more than in the regression.
public final class ConceptProfiles {

    private static final int MOST = 255;

    private final List<String> concepts;
    /// Where the concepts of each feature begin; one more than there are features.
    private final int[] starts;
    private final short[] having;
    private final byte[] weights;
    private final float scale;

    private ConceptProfiles(List<String> concepts, int[] starts, short[] having, byte[] weights, float scale) {
        this.concepts = List.copyOf(concepts);
        this.starts = starts;
        this.having = having;
        this.weights = weights;
        this.scale = scale;
    }

    /// @param concepts the ids
    /// @param features how many the vocabulary has
    /// @param sums for each concept, the sum of its texts; kept in a byte each
    public static ConceptProfiles of(List<String> concepts, int features, List<FeatureVector> sums) {
        List<FeatureVector> profiles =
                sums.stream().map(ConceptProfiles::damped).toList();
        var starts = new int[features + 1];
        float greatest = 1e-6f;
        for (FeatureVector profile : profiles) {
            for (int i = 0; i < profile.size(); i++) {
                starts[profile.feature(i) + 1]++;
                greatest = Math.max(greatest, profile.weight(i));
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var having = new short[starts[features]];
        var weights = new byte[having.length];
        int[] next = starts.clone();
        for (int concept = 0; concept < profiles.size(); concept++) {
            FeatureVector profile = profiles.get(concept);
            for (int i = 0; i < profile.size(); i++) {
                int at = next[profile.feature(i)]++;
                having[at] = (short) concept;
                weights[at] = (byte) Math.round(profile.weight(i) / greatest * MOST);
            }
        }
        return new ConceptProfiles(concepts, starts, having, weights, greatest / MOST);
    }

    private static FeatureVector damped(FeatureVector sum) {
        double total = IntStream.range(0, sum.size()).mapToDouble(sum::weight).sum();
        var features = new int[sum.size()];
        var roots = new float[sum.size()];
        for (int i = 0; i < roots.length; i++) {
            features[i] = sum.feature(i);
            roots[i] = (float) Math.sqrt(sum.weight(i) / total);
        }
        return new FeatureVector(features, roots);
    }

    static ConceptProfiles read(DataInput in) throws IOException {
        List<String> concepts = in.readUTF().lines().toList();
        float scale = in.readFloat();
        var starts = new int[in.readInt() + 1];
        for (int feature = 1; feature < starts.length; feature++) {
            starts[feature] = starts[feature - 1] + in.readUnsignedShort();
        }
        var having = new short[starts[starts.length - 1]];
        for (int i = 0; i < having.length; i++) {
            having[i] = in.readShort();
        }
        var weights = new byte[having.length];
        in.readFully(weights);
        return new ConceptProfiles(concepts, starts, having, weights, scale);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(String.join("\n", concepts));
        out.writeFloat(scale);
        out.writeInt(starts.length - 1);
        for (int feature = 1; feature < starts.length; feature++) {
            out.writeShort(starts[feature] - starts[feature - 1]);
        }
        for (short concept : having) {
            out.writeShort(concept);
        }
        out.write(weights);
    }

    /// The ids.
    public List<String> concepts() {
        return concepts;
    }

    /// For each concept, how close an article is to it: the cosine of both.
    ///
    /// @param article as [Vocabulary#rarer] gives it
    double[] closeness(FeatureVector article) {
        var sums = new float[concepts.size()];
        for (int i = 0; i < article.size(); i++) {
            float weight = article.weight(i) * scale;
            int end = starts[article.feature(i) + 1];
            for (int at = starts[article.feature(i)]; at < end; at++) {
                sums[having[at]] += (weights[at] & MOST) * weight;
            }
        }
        return IntStream.range(0, sums.length).mapToDouble(i -> sums[i]).toArray();
    }

    /// What a feature speaks for a concept.
    float weight(int feature, int concept) {
        for (int at = starts[feature]; at < starts[feature + 1]; at++) {
            if (having[at] == concept) {
                return (weights[at] & MOST) * scale;
            }
        }
        return 0;
    }
}
