package org.copyflow.benchmarks.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copyflow.enrichment.topics.model.FeatureVector;
import org.copyflow.enrichment.topics.model.TopicFeatures;
import org.copyflow.enrichment.topics.model.Vocabulary;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;

/// The texts that a model is learnt from, as vectors: the seeds first, then the texts without labels. A label is a
/// concept of the second level, or of the top level where a seed goes no deeper.
final class LabelledTexts {

    private static final int SEEN_AT_LEAST = 2;
    private static final float SHARE_OF_THE_FIRST = 0.9f;

    private final List<Seed> seeds;
    private final List<String> labels;
    private final int[] tops;
    private final Vocabulary vocabulary;
    private final List<FeatureVector> words;
    private final List<FeatureVector> embedded;
    private final Map<MediaTopic, FeatureVector> terms;

    LabelledTexts(
            String language,
            List<Seed> seeds,
            List<ConceptTerms> terms,
            List<TrainingText> unlabelled,
            Function<String, float[]> embeddings) {
        this.seeds = List.copyOf(seeds);
        labels = seeds.stream()
                .flatMap(seed -> seed.topics().stream())
                .map(LabelledTexts::label)
                .distinct()
                .sorted()
                .toList();
        tops = tops(seeds, labels);
        List<TrainingText> all = Stream.concat(
                        seeds.stream().map(seed -> TrainingText.of(seed.headline(), seed.text(), language)),
                        unlabelled.stream())
                .toList();
        Map<MediaTopic, TopicFeatures> termsOf = new LinkedHashMap<>();
        terms.forEach(it -> termsOf.put(
                it.concept(), TrainingText.of("", it.text(), language).features()));
        vocabulary = vocabulary(all.stream().map(TrainingText::features).toList(), List.copyOf(termsOf.values()));
        this.terms = termsOf.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> vocabulary.vector(it.getValue())));
        words = all.stream().map(text -> vocabulary.vector(text.features())).toList();
        embedded = all.stream()
                .map(text -> dense(embeddings.apply(text.forEmbedding())))
                .toList();
    }

    /// The numbers of the texts that are seeds.
    List<Integer> seeds() {
        return IntStream.range(0, seeds.size()).boxed().toList();
    }

    /// The numbers of those without labels.
    List<Integer> unlabelled() {
        return IntStream.range(seeds.size(), words.size()).boxed().toList();
    }

    List<String> labels() {
        return labels;
    }

    /// The number of each label's top-level concept.
    int[] tops() {
        return tops.clone();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    FeatureVector words(int text) {
        return words.get(text);
    }

    FeatureVector embedded(int text) {
        return embedded.get(text);
    }

    /// What a seed is about, at any level.
    List<MediaTopic> topics(int seed) {
        return seeds.get(seed).topics();
    }

    /// The terms of concepts, as vectors.
    Map<MediaTopic, FeatureVector> terms() {
        return terms;
    }

    /// The number of the top-level concept that a seed is about most.
    int top(int seed) {
        return tops[labels.indexOf(label(seeds.get(seed).topics().getFirst()))];
    }

    /// How much each label is right for a seed: the first counts most, the others share the rest.
    float[] target(int seed) {
        List<String> right = seeds.get(seed).topics().stream()
                .map(LabelledTexts::label)
                .distinct()
                .toList();
        var target = new float[labels.size()];
        for (int i = 0; i < right.size(); i++) {
            target[labels.indexOf(right.get(i))] =
                    right.size() == 1 ? 1 : i == 0 ? SHARE_OF_THE_FIRST : (1 - SHARE_OF_THE_FIRST) / (right.size() - 1);
        }
        return target;
    }

    private static String label(MediaTopic topic) {
        return topic.path().size() < 2 ? topic.id() : topic.path().get(1).id();
    }

    private static int[] tops(List<Seed> seeds, List<String> labels) {
        Map<String, String> topOf = new TreeMap<>();
        seeds.forEach(seed -> seed.topics()
                .forEach(topic -> topOf.put(label(topic), topic.top().id())));
        List<String> tops = topOf.values().stream().distinct().sorted().toList();
        return labels.stream().mapToInt(label -> tops.indexOf(topOf.get(label))).toArray();
    }

    /// The features that come up in several texts, or in terms, which were chosen one by one; and how rare they are.
    private static Vocabulary vocabulary(List<TopicFeatures> texts, List<TopicFeatures> terms) {
        Map<Integer, Integer> inTerms = having(terms.stream());
        Map<Integer, Integer> having = having(Stream.concat(texts.stream(), terms.stream()));
        having.entrySet().removeIf(it -> it.getValue() < SEEN_AT_LEAST && !inTerms.containsKey(it.getKey()));
        int[] hashes = having.keySet().stream().mapToInt(Integer::intValue).toArray();
        var rarity = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            double count = having.getOrDefault(hashes[i], 0);
            rarity[i] = (float) (1 + StrictMath.log((1.0 + texts.size() + terms.size()) / (1 + count)));
        }
        return new Vocabulary(hashes, rarity);
    }

    /// How many texts have each feature.
    private static Map<Integer, Integer> having(Stream<TopicFeatures> texts) {
        Map<Integer, Integer> having = new TreeMap<>();
        texts.forEach(
                text -> IntStream.range(0, text.size()).forEach(i -> having.merge(text.hash(i), 1, Integer::sum)));
        return having;
    }

    private static FeatureVector dense(float[] embedding) {
        return new FeatureVector(IntStream.range(0, embedding.length).toArray(), embedding);
    }
}
