package org.copyflow.benchmarks.topics;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.benchmarks.topics.SoftmaxRegression.Example;
import org.copyflow.enrichment.topics.model.FeatureVector;

/// Makes probabilities true (Guo and others 2017, "On Calibration of Modern Neural Networks"): the temperature under
/// which examples that were held out are least surprising, over three folds.
final class Calibration {

    private static final int FOLDS = 3;
    /// What was learnt is not made surer than it is: articles are longer than seeds, and their scores greater.
    private static final float LEAST = 1;
    private static final float MOST = 3;
    private static final float STEP = 0.05f;

    private Calibration() {}

    static float temperature(List<Example> examples, int features, int labels, SoftmaxRegression.Way way) {
        var scores = new ArrayList<double[]>();
        var targets = new ArrayList<Example>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var learnt = new ArrayList<Example>();
            var held = new ArrayList<Example>();
            for (int i = 0; i < examples.size(); i++) {
                (i % FOLDS == fold ? held : learnt).add(examples.get(i));
            }
            float[] weights = SoftmaxRegression.learn(learnt, features, labels, way);
            for (Example example : held) {
                scores.add(scores(weights, example.vector(), labels));
                targets.add(example);
            }
        }
        report(scores, targets);
        float best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (float temperature = LEAST; temperature <= MOST; temperature += STEP) {
            double surprise = surprise(scores, targets, temperature);
            if (surprise < least) {
                least = surprise;
                best = temperature;
            }
        }
        return best;
    }

    static double[] beliefs(float[] weights, FeatureVector vector, int labels, float temperature) {
        double[] scores = scores(weights, vector, labels);
        for (int i = 0; i < labels; i++) {
            scores[i] /= temperature;
        }
        SoftmaxRegression.toProbabilities(scores);
        return scores;
    }

    private static void report(List<double[]> scores, List<Example> targets) {
        int right = 0;
        for (int i = 0; i < scores.size(); i++) {
            int best = 0;
            int wanted = 0;
            for (int label = 1; label < targets.get(i).labels(); label++) {
                best = scores.get(i)[label] > scores.get(i)[best] ? label : best;
                wanted = targets.get(i).target(label) > targets.get(i).target(wanted) ? label : wanted;
            }
            right += best == wanted ? 1 : 0;
        }
        System.err.printf("held out: %.3f of %d right%n", (double) right / scores.size(), scores.size());
    }

    private static double surprise(List<double[]> scores, List<Example> targets, float temperature) {
        double sum = 0;
        for (int i = 0; i < scores.size(); i++) {
            double[] beliefs = scores.get(i).clone();
            for (int label = 0; label < beliefs.length; label++) {
                beliefs[label] /= temperature;
            }
            SoftmaxRegression.toProbabilities(beliefs);
            for (int label = 0; label < beliefs.length; label++) {
                sum -= targets.get(i).target(label) * StrictMath.log(Math.max(1e-12, beliefs[label]));
            }
        }
        return sum;
    }

    private static double[] scores(float[] weights, FeatureVector vector, int labels) {
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
}
