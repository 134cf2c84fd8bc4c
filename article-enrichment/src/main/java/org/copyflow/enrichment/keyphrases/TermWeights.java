package org.copyflow.enrichment.keyphrases;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.copyflow.enrichment.keyphrases.Words.Link;

/// How likely each term of a text is to be one of its key words: YAKE's five features in one number (Campos et al.
/// 2020, section 3.2). Lower is better. Immutable once built.
final class TermWeights {

    private static final double POSITION_OFFSET = 3.0;

    private final double[] weights;

    TermWeights(Words words) {
        int terms = words.terms();
        var count = new int[terms];
        var names = new int[terms];
        var acronyms = new int[terms];
        var inSentences = new int[terms];
        var lastSentence = new int[terms];
        var sentencesOf = new int[terms][];
        Arrays.fill(lastSentence, -1);
        for (int i = 0; i < words.count(); i++) {
            int term = words.get(i).term();
            int sentence = words.get(i).sentence();
            count[term]++;
            names[term] += words.isName(i) ? 1 : 0;
            acronyms[term] += words.isAcronym(i) ? 1 : 0;
            if (lastSentence[term] != sentence) {
                lastSentence[term] = sentence;
                int[] known = sentencesOf[term] == null ? new int[2] : sentencesOf[term];
                sentencesOf[term] = inSentences[term] == known.length ? Arrays.copyOf(known, known.length * 2) : known;
                sentencesOf[term][inSentences[term]++] = sentence;
            }
        }
        double[] spread = spread(words);
        int max = Arrays.stream(count).max().orElse(1);
        double mean = Arrays.stream(count).average().orElse(1);
        double deviation = Math.sqrt(Arrays.stream(count)
                .mapToDouble(c -> (c - mean) * (c - mean))
                .average()
                .orElse(0));
        weights = new double[terms];
        for (int term = 0; term < terms; term++) {
            double cased = Math.max(names[term], acronyms[term]) / (1 + Math.log(count[term]));
            double median = sentencesOf[term][inSentences[term] / 2];
            double position = Math.log(Math.log(POSITION_OFFSET + median));
            double frequency = count[term] / (mean + deviation);
            double relatedness = 1 + spread[term] * count[term] / max;
            double dispersion = (double) inSentences[term] / words.sentences();
            weights[term] = position * relatedness / (cased + frequency / relatedness + dispersion / relatedness);
        }
    }

    double of(int term) {
        return weights[term];
    }

    /// How many different neighbours a term has for each neighbour it has, on the left and on the right: high for words
    /// that go with anything.
    private static double[] spread(Words words) {
        int terms = words.terms();
        var neighbours = new int[terms];
        var different = new int[terms];
        Set<Long> seen = new HashSet<>();
        for (int i = 1; i < words.count(); i++) {
            if (words.get(i).link() == Link.BREAK) {
                continue;
            }
            int left = words.get(i - 1).term();
            int right = words.get(i).term();
            neighbours[left]++;
            neighbours[right]++;
            if (seen.add((long) left * terms + right)) {
                different[left]++;
                different[right]++;
            }
        }
        var spread = new double[terms];
        for (int term = 0; term < terms; term++) {
            spread[term] = neighbours[term] == 0 ? 0 : 2.0 * different[term] / neighbours[term];
        }
        return spread;
    }
}
