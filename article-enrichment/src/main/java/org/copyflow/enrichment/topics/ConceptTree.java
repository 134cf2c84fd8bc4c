package org.copyflow.enrichment.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.enrichment.topics.model.Beliefs;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;

/// Says how deep an article goes below a concept of the top level. Concepts whose profiles a model has, wherever the
/// vocabulary has them now. Immutable, thread-safe.
final class ConceptTree {

    private static final int NONE = -1;
    private static final int MOST_LOOKED_AT = 5;

    private final List<MediaTopic> concepts = new ArrayList<>();
    private final Map<String, Integer> numberOf = new HashMap<>();
    /// The number of the concept right above each.
    private final int[] above;
    /// The number of each one's top level.
    private final int[] tops;
    /// The number of the concept that each of the model's stands for.
    private final int[] numbers;

    /// A concept, and how probable it is that the article is about it or something below it, should it be about the
    /// top level.
    record Belief(MediaTopic concept, double probability) {}

    /// @param profiled the ids of the concepts that the model has profiles of
    ConceptTree(List<String> profiled, MediaTopics vocabulary) {
        for (MediaTopic concept : vocabulary.all()) {
            numberOf.put(concept.id(), concepts.size());
            concepts.add(concept);
        }
        above = concepts.stream().mapToInt(this::numberRightAbove).toArray();
        tops = concepts.stream().mapToInt(it -> number(it.top())).toArray();
        numbers = profiled.stream()
                .map(vocabulary::find)
                .mapToInt(it -> it == null ? NONE : number(it))
                .toArray();
    }

    /// None for the top level, and where the vocabulary leads in circles: whoever climbs must come to an end.
    private int numberRightAbove(MediaTopic concept) {
        int levels = concept.path().size();
        int number = levels == 0 ? NONE : number(concept.path().getLast());
        return number != NONE && concepts.get(number).path().size() < levels ? number : NONE;
    }

    private int number(MediaTopic concept) {
        return numberOf.getOrDefault(concept.id(), NONE);
    }

    /// The most probable concepts below one of the top level, at most so many. Where a concept is not probable enough,
    /// the one above it that is stands for it.
    ///
    /// @param profiles what profiles say, of the model's concepts
    List<Belief> below(MediaTopic top, Beliefs profiles, double least, int most) {
        int topNumber = number(top);
        var own = new double[concepts.size()];
        var whole = new double[concepts.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != NONE && tops[numbers[i]] == topNumber) {
                own[numbers[i]] += profiles.probability(i);
                for (int at = numbers[i]; at != NONE; at = above[at]) {
                    whole[at] += profiles.probability(i);
                }
            }
        }
        var found = new ArrayList<Belief>();
        own[topNumber] = 0;
        for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < most; looked++) {
            int best = greatest(own);
            own[best] = 0;
            int at = best;
            while (at != NONE && whole[at] < least * whole[topNumber]) {
                at = above[at];
            }
            if (at != NONE && at != topNumber && !isTold(concepts.get(at), at == best, found)) {
                found.add(new Belief(concepts.get(at), whole[at] / whole[topNumber]));
            }
        }
        return found;
    }

    /// Is a concept among those found? One that only stands for another is told by what is below it, too.
    private static boolean isTold(MediaTopic concept, boolean isItself, List<Belief> found) {
        return found.stream().anyMatch(it -> isItself ? it.concept.equals(concept) : it.concept.isWithin(concept));
    }

    private static int greatest(double[] numbers) {
        int greatest = 0;
        for (int i = 1; i < numbers.length; i++) {
            greatest = numbers[i] > numbers[greatest] ? i : greatest;
        }
        return greatest;
    }
}
