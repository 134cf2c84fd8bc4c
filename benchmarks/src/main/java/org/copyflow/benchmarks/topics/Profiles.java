package org.copyflow.benchmarks.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copyflow.enrichment.topics.model.ConceptProfiles;
import org.copyflow.enrichment.topics.model.FeatureVector;
import org.copyflow.enrichment.topics.model.Vocabulary;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;

/// Sums up what was written for each concept: its terms, the seeds that are about it most, and, counting less, those
/// that are also about it.
final class Profiles {

    private static final float OF_ANOTHER = 0.4f;

    private final Vocabulary vocabulary;
    private final Map<String, Map<Integer, Float>> sums = new TreeMap<>();

    private Profiles(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static ConceptProfiles learnt(LabelledTexts texts) {
        var profiles = new Profiles(texts.vocabulary());
        for (int seed : texts.seeds()) {
            List<MediaTopic> topics = texts.topics(seed);
            for (int i = 0; i < topics.size(); i++) {
                profiles.add(topics.get(i), texts.words(seed), i == 0 ? 1 : OF_ANOTHER);
            }
        }
        texts.terms().forEach((concept, terms) -> profiles.add(concept, terms, 1));
        var concepts = new ArrayList<String>();
        var vectors = new ArrayList<FeatureVector>();
        profiles.sums.forEach((concept, sum) -> {
            concepts.add(concept);
            vectors.add(vector(sum));
        });
        return ConceptProfiles.of(concepts, profiles.vocabulary.size(), vectors);
    }

    private void add(MediaTopic concept, FeatureVector text, float times) {
        FeatureVector rarer = vocabulary.rarer(text);
        Map<Integer, Float> sum = sums.computeIfAbsent(concept.id(), _ -> new TreeMap<>());
        for (int i = 0; i < rarer.size(); i++) {
            sum.merge(rarer.feature(i), rarer.weight(i) * times, Float::sum);
        }
    }

    private static FeatureVector vector(Map<Integer, Float> sum) {
        var features = new int[sum.size()];
        var weights = new float[sum.size()];
        int at = 0;
        for (Map.Entry<Integer, Float> each : sum.entrySet()) {
            features[at] = each.getKey();
            weights[at++] = each.getValue();
        }
        return new FeatureVector(features, weights);
    }
}
