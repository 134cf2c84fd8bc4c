package org.copyflow.benchmarks.topics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.copyflow.enrichment.topics.model.FeatureVector;

/// Learns weights by which features tell labels: multinomial logistic regression, by steps over one example at a time
/// whose size falls with what a weight has seen (AdaGrad, Duchi and others 2011), the mean of the later rounds. The
/// same examples in the same order give the same weights, to the bit: one thread, [StrictMath].
final class SoftmaxRegression {

    private static final long SEED = 20261122;
    private static final double TINY = 1e-8;

    /// What is learnt from: features, and how much each label is right (together 1).
    static final class Example {
        private final FeatureVector vector;
        private final float[] target;

        Example(FeatureVector vector, float[] target) {
            this.vector = vector;
            this.target = target.clone();
        }

        FeatureVector vector() {
            return vector;
        }

        float target(int label) {
            return target[label];
        }

        int labels() {
            return target.length;
        }
    }

    /// How it is learnt.
    ///
    /// @param rounds over all examples
    /// @param rate the size of steps
    /// @param cost of being wrong, against that of great weights (C of L2-regularized regression)
    record Way(int rounds, double rate, double cost) {}

    private final int labels;
    private final Way way;
    private final float[] weights;
    /// How much of a weight each example that has the feature takes off.
    private final float[] decay;

    private final float[] squares;
    private final double[] sums;

    private SoftmaxRegression(int features, int labels, Way way) {
        this.labels = labels;
        this.way = way;
        // the last "feature" is the bias, which every example has
        weights = new float[(features + 1) * labels];
        decay = new float[features];
        squares = new float[weights.length];
        sums = new double[weights.length];
    }

    /// @param features how many there are
    /// @return `[feature * labels + label]`, then the bias of each label
    static float[] learn(List<Example> examples, int features, int labels, Way way) {
        var regression = new SoftmaxRegression(features, labels, way);
        regression.spread(examples);
        int counted = 0;
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
        for (int round = 0; round < way.rounds; round++) {
            Collections.shuffle(order, new Random(SEED + round));
            for (int i : order) {
                regression.step(examples.get(i), features);
            }
            if (round * 2 >= way.rounds) {
                regression.count();
                counted++;
            }
        }
        var mean = new float[regression.sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (regression.sums[i] / counted);
        }
        return mean;
    }

    /// Over all examples that have it, a feature's weight is drawn to 0 once, whether they are few or many.
    private void spread(List<Example> examples) {
        for (Example example : examples) {
            for (int i = 0; i < example.vector.size(); i++) {
                decay[example.vector.feature(i)]++;
            }
        }
        for (int feature = 0; feature < decay.length; feature++) {
            decay[feature] = (float) (1 / (way.cost * Math.max(1, decay[feature])));
        }
    }

    private void step(Example example, int biasAt) {
        var slope = new double[labels];
        add(slope, biasAt, 1);
        FeatureVector vector = example.vector;
        for (int i = 0; i < vector.size(); i++) {
            add(slope, vector.feature(i), vector.weight(i));
        }
        toProbabilities(slope);
        for (int label = 0; label < labels; label++) {
            slope[label] -= example.target[label];
        }
        move(slope, biasAt, 1, 0);
        for (int i = 0; i < vector.size(); i++) {
            move(slope, vector.feature(i), vector.weight(i), decay[vector.feature(i)]);
        }
    }

    /// What learnt weights score for each label.
    static double[] scores(float[] weights, FeatureVector vector, int labels) {
        var scores = new double[labels];
        int biasAt = weights.length - labels;
        for (int label = 0; label < labels; label++) {
            scores[label] = weights[biasAt + label];
        }
        for (int i = 0; i < vector.size(); i++) {
            for (int label = 0; label < labels; label++) {
                scores[label] += weights[vector.feature(i) * labels + label] * vector.weight(i);
            }
        }
        return scores;
    }

    private void add(double[] scores, int feature, double value) {
        for (int label = 0; label < labels; label++) {
            scores[label] += weights[feature * labels + label] * value;
        }
    }

    private void move(double[] slope, int feature, double value, double decay) {
        for (int label = 0; label < labels; label++) {
            int at = feature * labels + label;
            double gradient = slope[label] * value + decay * weights[at];
            squares[at] += (float) (gradient * gradient);
            weights[at] -= (float) (way.rate * gradient / (Math.sqrt(squares[at]) + TINY));
        }
    }

    private void count() {
        for (int i = 0; i < weights.length; i++) {
            sums[i] += weights[i];
        }
    }

    static void toProbabilities(double[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - greatest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }
}
