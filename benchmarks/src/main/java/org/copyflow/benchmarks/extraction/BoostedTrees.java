package org.copyflow.benchmarks.extraction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/// Trains gradient-boosted trees for a yes-or-no question: logistic loss, Newton leaves, trees grown at the leaf that
/// gains most, on a sample of the rows and features each (Friedman 2002; Ke et al. 2017). Deterministic by its seed.
final class BoostedTrees {

    /// @param trees how many
    /// @param leaves of each, at most
    /// @param rate by which each tree's leaves are shrunk
    /// @param rowShare of the rows that each tree sees
    /// @param featureShare of the features that each tree may use
    record Settings(int trees, int leaves, double rate, double rowShare, double featureShare) {}

    /// What is learned.
    ///
    /// @param labels 1 for yes, 0 for no
    /// @param logOdds what is known of each row to begin with
    @SuppressWarnings("ArrayRecordComponent") // three columns of one table, never compared
    record Target(float[] labels, float[] weights, double[] logOdds) {}

    private static final double PENALTY = 3.0;

    private final Settings settings;
    private final BinnedRows data;
    private final Target target;
    private final double[] scores;
    private final double[] gradients;
    private final double[] hessians;
    private final Random random;

    BoostedTrees(BinnedRows data, Target target, Settings settings, long seed) {
        this.settings = settings;
        this.data = data;
        this.target = target;
        scores = target.logOdds.clone();
        gradients = new double[data.rows];
        hessians = new double[data.rows];
        random = new Random(seed);
    }

    /// The model's text form.
    ///
    /// @param used the rows to learn from
    String train(int[] used) {
        var text = new StringBuilder();
        for (int tree = 0; tree < settings.trees; tree++) {
            int[] sample = sample(used);
            for (int row : sample) {
                double p = 1 / (1 + Math.exp(-scores[row]));
                gradients[row] = target.weights[row] * (target.labels[row] - p);
                hessians[row] = target.weights[row] * Math.max(1e-6, p * (1 - p));
            }
            var grower = new TreeGrower(data, gradients, hessians, features());
            TreeGrower.Node root = grower.grow(sample, settings.leaves, PENALTY);
            write(root, text);
            text.append('\n');
            for (int row : used) {
                scores[row] += settings.rate * root.valueOf(data, row);
            }
        }
        return text.toString();
    }

    private int[] sample(int[] rows) {
        var sample = new int[rows.length];
        int size = 0;
        for (int row : rows) {
            if (random.nextDouble() < settings.rowShare) {
                sample[size++] = row;
            }
        }
        return Arrays.copyOf(sample, size);
    }

    private int[] features() {
        int all = data.columns.length;
        var features = new int[all];
        int size = 0;
        for (int f = 0; f < all; f++) {
            if (random.nextDouble() < settings.featureShare) {
                features[size++] = f;
            }
        }
        return Arrays.copyOf(features, size);
    }

    private void write(TreeGrower.Node node, StringBuilder text) {
        if (node.left == null || node.right == null) {
            text.append("= ").append(number(settings.rate * node.value)).append(' ');
        } else {
            float threshold = data.starts[node.feature][node.bin];
            text.append(node.feature).append(' ').append(number(threshold)).append(' ');
            write(node.left, text);
            write(node.right, text);
        }
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.5g", value);
        return text.contains("e") || !text.contains(".")
                ? text
                : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
