package org.copyflow.enrichment.topics.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How probable each of several concepts is. Immutable.
public final class Beliefs {

    private static final double TINY = 1e-12;
    /// So that one opinion cannot rule out what the other one says.
    private static final double DOUBT = 1e-3;

    private final List<String> concepts;
    private final double[] probabilities;

    private Beliefs(List<String> concepts, double[] probabilities) {
        this.concepts = List.copyOf(concepts);
        this.probabilities = probabilities;
    }

    /// The ids.
    public List<String> concepts() {
        return concepts;
    }

    /// How probable a concept is; all together 1.
    public double probability(int concept) {
        return probabilities[concept];
    }

    /// Scores as probabilities (softmax).
    public static Beliefs of(List<String> concepts, double[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
        }
        var probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp(scores[i] - greatest);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return new Beliefs(concepts, probabilities);
    }

    /// How probable each group of concepts is.
    ///
    /// @param groups their ids
    /// @param groupOf the number of each concept's group
    public Beliefs summed(List<String> groups, int[] groupOf) {
        var sums = new double[groups.size()];
        for (int i = 0; i < probabilities.length; i++) {
            sums[groupOf[i]] += probabilities[i];
        }
        return new Beliefs(groups, sums);
    }

    /// What this and another opinion on the same concepts say together: the product of both.
    ///
    /// @param weight how much the other one counts, from 0 to 1
    public Beliefs and(Beliefs other, double weight) {
        var scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            int same = other.concepts.indexOf(concepts.get(i));
            double said = same < 0 ? 0 : other.probabilities[same];
            scores[i] = Math.log(probabilities[i] + TINY) + weight * Math.log(said + DOUBT);
        }
        return of(concepts, scores);
    }

    /// The numbers of the concepts, the most probable first.
    public List<Integer> ranked() {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i]))
                .toList();
    }

    public double greatest() {
        double greatest = 0;
        for (double probability : probabilities) {
            greatest = Math.max(greatest, probability);
        }
        return greatest;
    }
}
