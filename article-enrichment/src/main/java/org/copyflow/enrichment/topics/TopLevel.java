package org.copyflow.enrichment.topics;

import java.util.List;
import org.copyflow.enrichment.topics.model.Beliefs;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;

/// The concepts of the top level above those that a model knows. Immutable.
final class TopLevel {

    private final List<String> tops;
    private final int[] topOf;

    private TopLevel(List<String> tops, int[] topOf) {
        this.tops = tops;
        this.topOf = topOf;
    }

    /// A concept that the vocabulary does not have stands for itself.
    static TopLevel above(List<String> concepts, MediaTopics vocabulary) {
        List<String> above = concepts.stream()
                .map(id -> {
                    MediaTopic concept = vocabulary.find(id);
                    return concept == null ? id : concept.top().id();
                })
                .toList();
        List<String> tops = above.stream().distinct().toList();
        return new TopLevel(tops, above.stream().mapToInt(tops::indexOf).toArray());
    }

    /// How probable each of them is: the sum of what is below it.
    Beliefs of(Beliefs concepts) {
        return concepts.summed(tops, topOf);
    }
}
