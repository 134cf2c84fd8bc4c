package org.copyflow.benchmarks.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copyflow.benchmarks.topics.SoftmaxRegression.Example;
import org.copyflow.benchmarks.topics.SoftmaxRegression.Way;
import org.copyflow.enrichment.topics.model.EmbeddingHead;
import org.copyflow.enrichment.topics.model.LinearModel;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.model.TopicModel.Sharpness;

/// A regression over words and one over embeddings, learnt from some seeds and from the texts without labels that these
/// seeds make sure of. Immutable.
final class Regressions {

    private static final Way WORDS = new Way(20, 2, 10);
    private static final Way EMBEDDED = new Way(12, 0.3, 5);

    /// How the first two are believed where they label texts.
    private static final float FIRST_WORDS = 0.75f;
    private static final float FIRST_EMBEDDED = 0.5f;

    /// How probable the top level of a text's label must be for the text to be learnt from.
    private static final double SURE = 0.5;

    private final LabelledTexts texts;
    private final float[] words;
    private final float[] head;

    private Regressions(LabelledTexts texts, float[] words, float[] head) {
        this.texts = texts;
        this.words = words;
        this.head = head;
    }

    static Regressions learnt(LabelledTexts texts, List<Integer> seeds) {
        var byWords = new ArrayList<Example>();
        var byEmbedding = new ArrayList<Example>();
        for (int seed : seeds) {
            byWords.add(new Example(texts.words(seed), texts.target(seed)));
            byEmbedding.add(new Example(texts.embedded(seed), texts.target(seed)));
        }
        Regressions first = learnt(texts, byWords, byEmbedding);
        if (texts.unlabelled().isEmpty()) {
            return first;
        }
        for (int text : texts.unlabelled()) {
            int label = first.sureLabel(text);
            if (label >= 0) {
                var target = new float[texts.labels().size()];
                target[label] = 1;
                byWords.add(new Example(texts.words(text), target));
                byEmbedding.add(new Example(texts.embedded(text), target));
            }
        }
        System.err.printf("%d seeds, sure of %d texts%n", seeds.size(), byWords.size() - seeds.size());
        return learnt(texts, byWords, byEmbedding);
    }

    private static Regressions learnt(LabelledTexts texts, List<Example> byWords, List<Example> byEmbedding) {
        int labels = texts.labels().size();
        int dimensions = texts.embedded(0).size();
        return new Regressions(
                texts,
                SoftmaxRegression.learn(byWords, texts.vocabulary().size(), labels, WORDS),
                SoftmaxRegression.learn(byEmbedding, dimensions, labels, EMBEDDED));
    }

    double[] byWords(int text) {
        return SoftmaxRegression.scores(words, texts.words(text), texts.labels().size());
    }

    double[] byEmbedding(int text) {
        return SoftmaxRegression.scores(
                head, texts.embedded(text), texts.labels().size());
    }

    TopicModel model(Sharpness sharpness) {
        List<String> labels = texts.labels();
        return new TopicModel(
                "",
                texts.vocabulary(),
                LinearModel.of(labels, bias(words), weights(words)),
                Profiles.learnt(texts),
                new EmbeddingHead(labels, bias(head), weights(head)),
                sharpness);
    }

    /// The most probable label of a text; -1 where its top level is not sure.
    private int sureLabel(int text) {
        double[] beliefs = byWords(text);
        double[] embedded = byEmbedding(text);
        for (int label = 0; label < beliefs.length; label++) {
            beliefs[label] = beliefs[label] * FIRST_WORDS + embedded[label] * FIRST_EMBEDDED;
        }
        SoftmaxRegression.toProbabilities(beliefs);
        int best = 0;
        for (int label = 1; label < beliefs.length; label++) {
            best = beliefs[label] > beliefs[best] ? label : best;
        }
        int[] tops = texts.tops();
        double sure = 0;
        for (int label = 0; label < beliefs.length; label++) {
            sure += tops[label] == tops[best] ? beliefs[label] : 0;
        }
        return sure > SURE ? best : -1;
    }

    private float[] weights(float[] learnt) {
        return Arrays.copyOf(learnt, learnt.length - texts.labels().size());
    }

    private float[] bias(float[] learnt) {
        return Arrays.copyOfRange(learnt, learnt.length - texts.labels().size(), learnt.length);
    }
}
