package org.copyflow.benchmarks.names;

import java.util.Arrays;
import org.copyflow.enrichment.entities.tagging.NameKind;

/// All ways of labelling a stretch, or those that a truth leaves open, and what is expected of them: the forward and
/// backward sums of a linear-chain conditional random field (Lafferty, McCallum, Pereira, ICML 2001). Not thread-safe.
final class Lattice {

    private static final int L = NameKind.LABELS;
    private static final int LONGEST = 64;

    private final double[] node = new double[LONGEST * L];
    private final double[] pair;
    private final double[] forward = new double[LONGEST * L];
    private final double[] backward = new double[LONGEST * L];
    private int n;

    /// @param pair the weight of each label after each, for all stretches; changes from outside
    Lattice(double[] pair) {
        this.pair = pair;
    }

    /// Begins a stretch of so many tokens; every node is to be set.
    void begin(int tokens) {
        n = tokens;
    }

    /// @param weight 0 where the token cannot have the label
    void set(int token, int label, double weight) {
        node[token * L + label] = weight;
    }

    double node(int token, int label) {
        return node[token * L + label];
    }

    /// Sums up all ways; gives the logarithm of the sum.
    double sum() {
        double log = forward();
        backward();
        return log;
    }

    /// Each token's sum is kept at 1, so that long stretches do not overflow.
    private double forward() {
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

    private void backward() {
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

    /// Adds how likely each label is of a token, and each pair of labels that ends in it, times a sign.
    void addExpected(double sign, int token, double[] labels, double[] pairs) {
        addLabels(sign, token, labels);
        addPairs(sign, token, pairs);
    }

    private void addLabels(double sign, int i, double[] labels) {
        double sum = 0;
        for (int label = 0; label < L; label++) {
            sum += forward[i * L + label] * backward[i * L + label];
        }
        for (int label = 0; label < L; label++) {
            labels[i * L + label] += sign * (forward[i * L + label] * backward[i * L + label] / sum);
        }
    }

    private void addPairs(double sign, int i, double[] pairs) {
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
                pairs[p] += sign * (here * pair[p] * node[i * L + label] * backward[i * L + label] / sum);
            }
        }
    }
}
