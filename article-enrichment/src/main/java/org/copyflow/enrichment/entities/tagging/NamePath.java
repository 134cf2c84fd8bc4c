package org.copyflow.enrichment.entities.tagging;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The likeliest labels of a stretch, by Viterbi's algorithm. Not thread-safe; one an article.
public final class NamePath {

    /// The most tokens of a stretch.
    public static final int LONGEST = 60;

    private static final int L = NameKind.LABELS;

    /// The labels that each label may follow, ascending.
    private static final int[][] BEFORE = IntStream.range(0, L)
            .mapToObj(label -> IntStream.range(0, L)
                    .filter(before -> NameKind.follows(label, before))
                    .toArray())
            .toArray(int[][]::new);

    private final NameModel model;
    private final Features features;
    private final int[] ofToken = new int[NameFeatures.MOST];
    private final int[] sums = new int[L];
    private final float[] best = new float[LONGEST * L];
    private final byte[] from = new byte[LONGEST * L];
    private final int[] labels = new int[LONGEST];

    public NamePath(NameModel model, Features features) {
        this.model = model;
        this.features = features;
    }

    /// What a model looks at in a token.
    public interface Features {

        /// Writes the features of a token, a hash each; gives how many they are.
        ///
        /// @param into at least [NameFeatures#MOST] long
        int of(int token, int[] into);
    }

    /// Takes each name that is found.
    public interface Found {

        /// @param endToken the token after its last
        /// @param kind absent for a token that is in no name
        void name(int firstToken, int endToken, @Nullable NameKind kind);
    }

    /// Labels a stretch; gives its names, and each of its other tokens.
    public void find(int start, int end, Found found) {
        label(start, end);
        int first = start;
        while (first < end) {
            int label = labels[first - start];
            int after = first + 1;
            while (label != NameKind.OUTSIDE && after < end && goesOn(labels[after - start])) {
                after++;
            }
            found.name(first, after, label == NameKind.OUTSIDE ? null : NameKind.ofLabel(label));
            first = after;
        }
    }

    private void label(int start, int end) {
        for (int i = 0; i < end - start; i++) {
            model.score(ofToken, features.of(start + i, ofToken), sums);
            for (int label = 0; label < L; label++) {
                step(i, label);
            }
        }
        int last = end - start - 1;
        int label = 0;
        for (int other = 1; other < L; other++) {
            label = best[last * L + other] > best[last * L + label] ? other : label;
        }
        for (int i = last; i >= 0; i--) {
            labels[i] = label;
            label = from[i * L + label];
        }
    }

    private void step(int i, int label) {
        int fromLabel = NameKind.OUTSIDE;
        float score = Float.NEGATIVE_INFINITY;
        for (int before : BEFORE[label]) {
            if (i == 0 && before != NameKind.OUTSIDE) {
                break;
            }
            float reached = (i == 0 ? 0 : best[(i - 1) * L + before]) + model.transition(before, label);
            if (reached > score) {
                score = reached;
                fromLabel = before;
            }
        }
        best[i * L + label] = score + sums[label] * model.scale();
        from[i * L + label] = (byte) fromLabel;
    }

    private static boolean goesOn(int label) {
        return label != NameKind.OUTSIDE && !NameKind.isFirst(label);
    }
}
