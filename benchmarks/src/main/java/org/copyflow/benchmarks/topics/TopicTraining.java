package org.copyflow.benchmarks.topics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.copyflow.benchmarks.topics.SoftmaxRegression.Example;
import org.copyflow.embeddings.Embeddings;
import org.copyflow.embeddings.OnnxEmbeddings;
import org.copyflow.embeddings.SentenceModel;
import org.copyflow.enrichment.topics.TopicText;
import org.copyflow.enrichment.topics.model.EmbeddingHead;
import org.copyflow.enrichment.topics.model.FeatureVector;
import org.copyflow.enrichment.topics.model.LinearModel;
import org.copyflow.enrichment.topics.model.TopicFeatures;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.model.Vocabulary;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;

/// Trains a model of topics: `java … TopicTraining en|zh SEEDS-FOLDER OUT.model`, from seeds as [Seed] has them. The
/// same seeds give the same file.
public final class TopicTraining {

    private static final SoftmaxRegression.Way WORDS = new SoftmaxRegression.Way(20, 0.5, 10);
    private static final SoftmaxRegression.Way EMBEDDED = new SoftmaxRegression.Way(30, 0.3, 5);
    private static final int SEEN_AT_LEAST = 2;
    private static final float SHARE_OF_THE_FIRST = 0.75f;

    private final MediaTopics topics = MediaTopics.known();
    private final List<String> tops = topics.all().stream()
            .filter(it -> it.path().isEmpty())
            .map(MediaTopic::id)
            .toList();
    private final List<Seed> seeds;
    private final List<TrainingText> seedTexts;
    private final Function<String, float[]> embeddings;

    private TopicTraining(String language, List<Seed> seeds, Function<String, float[]> embeddings) {
        this.seeds = seeds;
        seedTexts = seeds.stream()
                .map(seed -> TrainingText.of(seed.headline(), seed.text(), language))
                .toList();
        this.embeddings = embeddings;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: TopicTraining en|zh SEEDS-FOLDER OUT.model");
            System.exit(2);
        }
        String language = arguments[0];
        List<Seed> seeds = Seed.all(Path.of(arguments[1]), MediaTopics.known());
        SentenceModel sentences = language.equals("zh") ? SentenceModel.CHINESE : SentenceModel.ENGLISH;
        try (Embeddings embeddings = new OnnxEmbeddings(sentences, TopicText.MAX_TOKENS)) {
            byte[] model = train(language, seeds, embeddings::of);
            Files.write(Path.of(arguments[2]), model);
            System.err.println(seeds.size() + " seeds, " + model.length + " bytes");
        }
    }

    /// @param embeddings of texts
    static byte[] train(String language, List<Seed> seeds, Function<String, float[]> embeddings) throws IOException {
        TopicModel model = new TopicTraining(language, seeds, embeddings).train();
        var crc = new CRC32();
        crc.update(bytes(model));
        return bytes(new TopicModel(
                "1-%08x".formatted(crc.getValue()),
                model.vocabulary(),
                model.top(),
                model.second(),
                model.head(),
                model.temperatures()));
    }

    private static byte[] bytes(TopicModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }

    private TopicModel train() {
        Vocabulary vocabulary =
                vocabulary(seedTexts.stream().map(TrainingText::features).toList());
        List<FeatureVector> vectors = seedTexts.stream()
                .map(text -> vocabulary.vector(text.features()))
                .toList();
        List<Example> byWords = examples(vectors, TopicTraining::top, tops);
        List<FeatureVector> embedded =
                seedTexts.stream().map(text -> dense(text.forEmbedding())).toList();
        int dimensions = embedded.getFirst().size();
        List<Example> byEmbedding = examples(embedded, TopicTraining::top, tops);
        float headTemperature = Calibration.temperature(byEmbedding, dimensions, tops.size(), EMBEDDED);
        float topTemperature = Calibration.temperature(byWords, vocabulary.size(), tops.size(), WORDS);
        float[] head = SoftmaxRegression.learn(byEmbedding, dimensions, tops.size(), EMBEDDED);
        float[] words = SoftmaxRegression.learn(byWords, vocabulary.size(), tops.size(), WORDS);
        List<String> seconds = seeds.stream()
                .flatMap(seed -> seed.topics().stream())
                .map(TopicTraining::second)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        List<Example> below = examples(vectors, TopicTraining::seconds, seconds);
        float secondTemperature = Calibration.temperature(below, vocabulary.size(), seconds.size(), WORDS);
        float[] second = SoftmaxRegression.learn(below, vocabulary.size(), seconds.size(), WORDS);
        System.err.printf("temperatures %.2f %.2f %.2f%n", topTemperature, secondTemperature, headTemperature);
        return new TopicModel(
                "",
                vocabulary,
                LinearModel.of(tops, bias(words, tops.size()), weights(words, tops.size())),
                LinearModel.of(seconds, bias(second, seconds.size()), weights(second, seconds.size())),
                new EmbeddingHead(tops, bias(head, tops.size()), weights(head, tops.size())),
                List.of(topTemperature, secondTemperature, headTemperature));
    }

    /// The features that come up in several texts, and how rare they are.
    private static Vocabulary vocabulary(List<TopicFeatures> texts) {
        Map<Integer, Integer> having = new TreeMap<>();
        for (TopicFeatures text : texts) {
            for (int i = 0; i < text.size(); i++) {
                having.merge(text.hash(i), 1, Integer::sum);
            }
        }
        having.values().removeIf(count -> count < SEEN_AT_LEAST);
        int[] hashes = having.keySet().stream().mapToInt(Integer::intValue).toArray();
        var rarity = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            double count = having.getOrDefault(hashes[i], 0);
            rarity[i] = (float) (1 + StrictMath.log((1.0 + texts.size()) / (1 + count)));
        }
        return new Vocabulary(hashes, rarity);
    }

    private List<Example> examples(
            List<FeatureVector> vectors, Function<Seed, Map<String, Float>> labels, List<String> known) {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < seeds.size(); i++) {
            Map<String, Float> shares = labels.apply(seeds.get(i));
            if (!shares.isEmpty()) {
                var target = new float[known.size()];
                shares.forEach((topic, share) -> target[known.indexOf(topic)] = share);
                examples.add(new Example(vectors.get(i), target));
            }
        }
        return examples;
    }

    private static Map<String, Float> top(Seed seed) {
        return shares(seed.topics().stream().map(topic -> topic.top().id()).toList());
    }

    private static Map<String, Float> seconds(Seed seed) {
        return shares(seed.topics().stream()
                .map(TopicTraining::second)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<String> second(MediaTopic topic) {
        return topic.path().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        topic.path().size() == 1
                                ? topic.id()
                                : topic.path().get(1).id());
    }

    /// The first counts most, the others share the rest.
    private static Map<String, Float> shares(List<String> labels) {
        var shares = new TreeMap<String, Float>();
        for (int i = 0; i < labels.size(); i++) {
            float share = labels.size() == 1
                    ? 1
                    : i == 0 ? SHARE_OF_THE_FIRST : (1 - SHARE_OF_THE_FIRST) / (labels.size() - 1);
            shares.merge(labels.get(i), share, Float::sum);
        }
        return shares;
    }

    private FeatureVector dense(String text) {
        float[] embedding = embeddings.apply(text);
        return new FeatureVector(IntStream.range(0, embedding.length).toArray(), embedding);
    }

    private static float[] weights(float[] learnt, int labels) {
        return Arrays.copyOf(learnt, learnt.length - labels);
    }

    private static float[] bias(float[] learnt, int labels) {
        return Arrays.copyOfRange(learnt, learnt.length - labels, learnt.length);
    }
}
