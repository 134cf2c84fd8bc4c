package org.copyflow.benchmarks.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How well clusters agree with the truth: B-cubed precision, recall and F1 (Bagga and Baldwin 1998).
record Score(double precision, double recall, int clusters) {

    /// @param truth of each item
    /// @param found of each item, in the same order
    static Score of(List<? extends Object> truth, List<? extends Object> found) {
        Map<Object, Integer> truths = new HashMap<>();
        Map<Object, Integer> clusters = new HashMap<>();
        Map<List<Object>, Integer> both = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            truths.merge(truth.get(i), 1, Integer::sum);
            clusters.merge(found.get(i), 1, Integer::sum);
            both.merge(List.of(truth.get(i), found.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (var shared : both.entrySet()) {
            double pairs = (double) shared.getValue() * shared.getValue();
            recall += pairs / truths.getOrDefault(shared.getKey().getFirst(), 1);
            precision += pairs / clusters.getOrDefault(shared.getKey().getLast(), 1);
        }
        return new Score(precision / truth.size(), recall / truth.size(), clusters.size());
    }

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    @Override
    public String toString() {
        return "P %.3f R %.3f F1 %.3f, %d clusters".formatted(precision, recall, f1(), clusters);
    }
}
