package org.copyflow.enrichment.topics.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How probable each of several concepts is. Immutable.
public final class Beliefs {

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

    /// Scores as probabilities (softmax); the higher the temperature, the less certain.
    static Beliefs of(List<String> concepts, double[] scores, double temperature) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
        }
        var probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp((scores[i] - greatest) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return new Beliefs(concepts, probabilities);
    }

    /// What these and others believe together: the geometric mean.
    Beliefs with(Beliefs other) {
        var scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            double both = Math.max(1e-9, probabilities[i]) * Math.max(1e-9, other.probabilities[i]);
            scores[i] = Math.log(both) / 2;
        }
        return of(concepts, scores, 1);
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
