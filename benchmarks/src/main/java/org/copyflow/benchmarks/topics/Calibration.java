package org.copyflow.benchmarks.topics;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.topics.model.TopicModel.Sharpness;

/// What would make probabilities of texts that were held out true (Guo and others 2017, "On Calibration of Modern
/// Neural Networks"): what their scores are to be multiplied by, so that their first topics of the top level are
/// least surprising.
final class Calibration {

    private static final int STEPS = 30;
    private static final float STEP = 0.1f;

    /// A text that was held out.
    static final class Scored {
        private final double[] words;
        private final double[] embedding;
        private final int top;

        /// @param words the score of each label by its words
        /// @param embedding the same by its embedding
        /// @param top the number of the top-level concept that it is about most
        Scored(double[] words, double[] embedding, int top) {
            this.words = words.clone();
            this.embedding = embedding.clone();
            this.top = top;
        }
    }

    private final int[] topOf;
    private final List<Scored> held;

    /// @param topOf the number of each label's top-level concept
    /// @param held texts that were held out
    Calibration(int[] topOf, List<Scored> held) {
        this.topOf = topOf.clone();
        this.held = new ArrayList<>(held);
    }

    Sharpness sharpness() {
        float alone = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= STEPS; step++) {
            double surprise = surprise(step * STEP, 0);
            if (surprise < least) {
                least = surprise;
                alone = step * STEP;
            }
        }
        float beside = 0;
        float embedding = 0;
        least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS * STEPS; step++) {
            float words = (step / STEPS + 1) * STEP;
            float embedded = (step % STEPS + 1) * STEP;
            double surprise = surprise(words, embedded);
            if (surprise < least) {
                least = surprise;
                beside = words;
                embedding = embedded;
            }
        }
        return new Sharpness(alone, beside, embedding);
    }

    /// The share of the texts whose best topic of the top level is the first one.
    double right(float words, float embedding) {
        int right = 0;
        for (Scored text : held) {
            double[] tops = tops(text, words, embedding);
            int best = 0;
            for (int top = 1; top < tops.length; top++) {
                best = tops[top] > tops[best] ? top : best;
            }
            right += best == text.top ? 1 : 0;
        }
        return (double) right / held.size();
    }

    private double surprise(float words, float embedding) {
        double sum = 0;
        for (Scored text : held) {
            sum -= StrictMath.log(Math.max(1e-12, tops(text, words, embedding)[text.top]));
        }
        return sum;
    }

    private double[] tops(Scored text, float words, float embedding) {
        var beliefs = new double[topOf.length];
        int most = 0;
        for (int label = 0; label < beliefs.length; label++) {
            beliefs[label] = text.words[label] * words + text.embedding[label] * embedding;
            most = Math.max(most, topOf[label]);
        }
        SoftmaxRegression.toProbabilities(beliefs);
        var tops = new double[most + 1];
        for (int label = 0; label < beliefs.length; label++) {
            tops[topOf[label]] += beliefs[label];
        }
        return tops;
    }
}
