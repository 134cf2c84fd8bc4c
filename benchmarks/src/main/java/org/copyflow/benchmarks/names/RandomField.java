package org.copyflow.benchmarks.names;

import java.util.Arrays;
import org.copyflow.benchmarks.names.LabelledStretches.Stretch;
import org.copyflow.enrichment.entities.tagging.NameKind;

/// A linear-chain conditional random field that learns by AdaGrad (Duchi, Hazan, Singer, JMLR 2011), a stretch at a
/// time. Not thread-safe. `StrictMath` keeps its weights the same on every machine.
final class RandomField {

    private static final int L = NameKind.LABELS;
    private static final int LONGEST = 64;

    private final float rate;
    private final float decay;
    private final float[] weights;
    private final float[] meanWeights;
    private int rounds;
    private final float[] squares;
    private final float[] transitions = new float[L * L];
    private final float[] meanTransitions = new float[L * L];
    private final float[] transitionSquares = new float[L * L];

    private final double[] node = new double[LONGEST * L];
    private final double[] forward = new double[LONGEST * L];
    private final double[] backward = new double[LONGEST * L];
    private final double[] pair = new double[L * L];
    private final double[] pairGradient = new double[L * L];

    /// @param rate how far a step goes
    /// @param decay how fast weights that are seen go back to zero
    RandomField(int features, float rate, float decay) {
        this.rate = rate;
        this.decay = decay;
        weights = new float[features * L];
        meanWeights = new float[features * L];
        squares = new float[features * L];
    }

    /// Ends a round: the field's answer is the mean of its weights at the ends of the later rounds, which errs less
    /// than any of them (Polyak and Juditsky, SIAM Journal on Control and Optimization 30, 1992).
    void endRound() {
        rounds++;
        add(weights, meanWeights);
        add(transitions, meanTransitions);
    }

    private void add(float[] current, float[] mean) {
        for (int i = 0; i < current.length; i++) {
            mean[i] += (current[i] - mean[i]) / rounds;
        }
    }

    float[] meanWeights() {
        return meanWeights;
    }

    float[] meanTransitions() {
        return meanTransitions;
    }

    /// Learns one stretch, whose features are numbers of this field; gives its loss before.
    double learn(int[][] features, Stretch truth) {
        int n = features.length;
        scores(features);
        double loss = forward(n) - truthScore(truth.labels(), n);
        backward(n);
        Arrays.fill(pairGradient, 0);
        for (int i = 0; i < n; i++) {
            pairs(truth.labels(), i);
            update(features[i], truth.labels()[i], i);
        }
        for (int p = 0; p < pairGradient.length; p++) {
            if (pairGradient[p] != 0) {
                transitions[p] -= step(transitionSquares, p, pairGradient[p]);
            }
        }
        return loss;
    }

    private void scores(int[][] features) {
        for (int i = 0; i < features.length; i++) {
            for (int label = 0; label < L; label++) {
                double sum = 0;
                for (int f : features[i]) {
                    sum += weights[f * L + label];
                }
                node[i * L + label] = StrictMath.exp(Math.clamp(sum, -30, 30));
            }
        }
        for (int before = 0; before < L; before++) {
            for (int label = 0; label < L; label++) {
                pair[before * L + label] =
                        NameKind.follows(label, before) ? StrictMath.exp(transitions[before * L + label]) : 0;
            }
        }
    }

    /// Fills `forward`, each token's sum 1; gives the logarithm of the sum over all ways.
    private double forward(int n) {
        double log = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int label = 0; label < L; label++) {
                double reached = 0;
                for (int before = 0; before < (i == 0 ? 1 : L); before++) {
                    reached += (i == 0 ? 1 : forward[(i - 1) * L + before]) * pair[before * L + label];
                }
                forward[i * L + label] = reached * node[i * L + label];
                sum += forward[i * L + label];
            }
            for (int label = 0; label < L; label++) {
                forward[i * L + label] /= sum;
            }
            log += StrictMath.log(sum);
        }
        return log;
    }

    private void backward(int n) {
        Arrays.fill(backward, (n - 1) * L, n * L, 1);
        for (int i = n - 2; i >= 0; i--) {
            double sum = 0;
            for (int label = 0; label < L; label++) {
                double reached = 0;
                for (int next = 0; next < L; next++) {
                    reached += pair[label * L + next] * node[(i + 1) * L + next] * backward[(i + 1) * L + next];
                }
                backward[i * L + label] = reached;
                sum += reached;
            }
            for (int label = 0; label < L; label++) {
                backward[i * L + label] /= sum;
            }
        }
    }

    private double truthScore(byte[] labels, int n) {
        double score = 0;
        for (int i = 0; i < n; i++) {
            score +=
                    StrictMath.log(node[i * L + labels[i]]) + transitions[(i == 0 ? 0 : labels[i - 1]) * L + labels[i]];
        }
        return score;
    }

    /// Adds what is expected of each pair of labels, less the true one.
    private void pairs(byte[] labels, int i) {
        double sum = 0;
        for (int before = 0; before < (i == 0 ? 1 : L); before++) {
            double here = i == 0 ? 1 : forward[(i - 1) * L + before];
            for (int label = 0; label < L; label++) {
                sum += here * pair[before * L + label] * node[i * L + label] * backward[i * L + label];
            }
        }
        for (int before = 0; before < (i == 0 ? 1 : L); before++) {
            double here = i == 0 ? 1 : forward[(i - 1) * L + before];
            for (int label = 0; label < L; label++) {
                int p = before * L + label;
                pairGradient[p] += here * pair[p] * node[i * L + label] * backward[i * L + label] / sum;
            }
        }
        pairGradient[(i == 0 ? 0 : labels[i - 1]) * L + labels[i]] -= 1;
    }

    private void update(int[] features, int truth, int i) {
        double sum = 0;
        for (int label = 0; label < L; label++) {
            sum += forward[i * L + label] * backward[i * L + label];
        }
        for (int label = 0; label < L; label++) {
            double gradient = forward[i * L + label] * backward[i * L + label] / sum - (label == truth ? 1 : 0);
            if (Math.abs(gradient) < 1e-4) {
                continue;
            }
            for (int f : features) {
                int at = f * L + label;
                weights[at] -= step(squares, at, gradient + decay * weights[at]);
            }
        }
    }

    private float step(float[] seen, int at, double gradient) {
        seen[at] += (float) (gradient * gradient);
        return (float) (rate * gradient / (StrictMath.sqrt(seen[at]) + 1e-6));
    }
}
