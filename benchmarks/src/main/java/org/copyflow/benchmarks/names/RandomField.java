package org.copyflow.benchmarks.names;

import java.util.Arrays;
import org.copyflow.enrichment.entities.tagging.NameKind;

/// A linear-chain conditional random field that learns by AdaGrad (Duchi, Hazan, Singer, JMLR 2011), a stretch at a
/// time. Not thread-safe. `StrictMath` keeps its weights the same on every machine.
final class RandomField {

    private static final int L = NameKind.LABELS;
    private static final int LONGEST = 64;
    private static final double SMALLEST_GRADIENT = 1e-4;

    private final float rate;
    private final float decay;
    private final float[] weights;
    private final float[] anchor;
    private final float[] meanWeights;
    private int rounds;
    private final float[] squares;
    private final float[] transitions;
    private final float[] meanTransitions = new float[L * L];
    private final float[] transitionSquares = new float[L * L];

    private final double[] pair = new double[L * L];
    private final Lattice all = new Lattice(pair);
    private final Lattice open = new Lattice(pair);
    private final double[] gradient = new double[LONGEST * L];
    private final double[] pairGradient = new double[L * L];

    /// @param rate how far a step goes
    /// @param decay how fast weights that are seen go back to where they were
    RandomField(int features, float rate, float decay) {
        this(new float[features * L], new float[L * L], rate, decay);
    }

    private RandomField(float[] weights, float[] transitions, float rate, float decay) {
        this.rate = rate;
        this.decay = decay;
        this.weights = weights;
        this.transitions = transitions;
        anchor = weights.clone();
        meanWeights = new float[weights.length];
        squares = new float[weights.length];
    }

    /// A field that goes on from this one's answer and is drawn back to it: little truth does not make it forget much.
    RandomField next(float itsRate, float itsDecay) {
        return new RandomField(meanWeights.clone(), meanTransitions.clone(), itsRate, itsDecay);
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

    /// Learns one stretch; gives its loss before.
    ///
    /// @param features of each token, as numbers of this field
    double learn(int[][] features, StretchTruth truth) {
        scores(features);
        Arrays.fill(gradient, 0, features.length * L, 0);
        Arrays.fill(pairGradient, 0);
        double loss = all.sum();
        if (!truth.isWhole()) {
            loss -= open(features.length, truth);
        }
        for (int i = 0; i < features.length; i++) {
            all.addExpected(1, i, gradient, pairGradient);
            if (truth.isWhole()) {
                loss -= takeTruth(truth.labels(), i);
            } else {
                open.addExpected(-1, i, gradient, pairGradient);
            }
            update(features[i], i);
        }
        for (int p = 0; p < pairGradient.length; p++) {
            if (pairGradient[p] != 0) {
                transitions[p] -= step(transitionSquares, p, pairGradient[p]);
            }
        }
        return loss;
    }

    private void scores(int[][] features) {
        all.begin(features.length);
        for (int i = 0; i < features.length; i++) {
            for (int label = 0; label < L; label++) {
                double sum = 0;
                for (int f : features[i]) {
                    sum += weights[f * L + label];
                }
                all.set(i, label, StrictMath.exp(Math.clamp(sum, -30, 30)));
            }
        }
        for (int before = 0; before < L; before++) {
            for (int label = 0; label < L; label++) {
                pair[before * L + label] =
                        NameKind.follows(label, before) ? StrictMath.exp(transitions[before * L + label]) : 0;
            }
        }
    }

    /// Sums up the ways that the truth leaves open.
    private double open(int tokens, StretchTruth truth) {
        open.begin(tokens);
        for (int i = 0; i < tokens; i++) {
            for (int label = 0; label < L; label++) {
                open.set(i, label, truth.allows(i, label) ? all.node(i, label) : 0);
            }
        }
        return open.sum();
    }

    /// Takes a true label off what is expected; gives its score.
    private double takeTruth(byte[] labels, int i) {
        int p = (i == 0 ? 0 : labels[i - 1]) * L + labels[i];
        gradient[i * L + labels[i]] -= 1;
        pairGradient[p] -= 1;
        return StrictMath.log(all.node(i, labels[i])) + transitions[p];
    }

    private void update(int[] features, int i) {
        for (int label = 0; label < L; label++) {
            double towards = gradient[i * L + label];
            if (Math.abs(towards) < SMALLEST_GRADIENT) {
                continue;
            }
            for (int f : features) {
                int at = f * L + label;
                weights[at] -= step(squares, at, towards + decay * (weights[at] - anchor[at]));
            }
        }
    }

    private float step(float[] seen, int at, double towards) {
        seen[at] += (float) (towards * towards);
        return (float) (rate * towards / (StrictMath.sqrt(seen[at]) + 1e-6));
    }
}
