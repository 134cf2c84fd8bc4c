package org.copyflow.benchmarks.topics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.copyflow.benchmarks.topics.Calibration.Scored;
import org.copyflow.embeddings.Embeddings;
import org.copyflow.embeddings.OnnxEmbeddings;
import org.copyflow.embeddings.SentenceModel;
import org.copyflow.enrichment.topics.TopicText;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.model.TopicModel.Sharpness;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;

/// Trains a model of topics: `java … TopicTraining en|zh TRAINING-FOLDER OUT.model [TEXTS.jsonl…]`, from seeds as
/// [Seed]
/// has them, in the folder's folder of that language, from terms as [ConceptTerms] has them, in its `terms`, and from
/// texts without labels as [TrainingText] reads them. The same input gives the same file.
///
/// A first model learns from the seeds alone and labels the texts; the shipped one learns from the seeds and from the
/// texts that the first one is sure of (self-training, Scudder 1965): so it learns the names and words of real news.
public final class TopicTraining {

    private static final int FOLDS = 3;

    /// Less sharp than folds of seeds would have it: an article is longer than a seed, and its desk is not
    /// always its topic. Chosen with the dev halves of the measured sets in sight. Chinese words count less
    /// beside an embedding, for the sake of headlines.
    private static final Map<String, Sharpness> SHARPNESS =
            Map.of("en", new Sharpness(0.9f, 0.8f, 0.5f), "zh", new Sharpness(1, 0.4f, 0.9f));

    private final LabelledTexts texts;

    private TopicTraining(LabelledTexts texts) {
        this.texts = texts;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("usage: TopicTraining en|zh TRAINING-FOLDER OUT.model [TEXTS.jsonl…]");
            System.exit(2);
        }
        String language = arguments[0];
        Path folder = Path.of(arguments[1]);
        List<Seed> seeds = Seed.all(folder.resolve(language), MediaTopics.known());
        List<ConceptTerms> terms =
                ConceptTerms.all(folder.resolve("terms/" + language + ".tsv"), MediaTopics.known(), language);
        var unlabelled = new ArrayList<TrainingText>();
        for (String file : List.of(arguments).subList(3, arguments.length)) {
            unlabelled.addAll(TrainingText.unlabelled(Path.of(file), language));
        }
        SentenceModel sentences = language.equals("zh") ? SentenceModel.CHINESE : SentenceModel.ENGLISH;
        try (Embeddings embeddings = new OnnxEmbeddings(sentences, TopicText.MAX_TOKENS)) {
            byte[] model = train(language, seeds, terms, unlabelled, embeddings::of);
            Files.write(Path.of(arguments[2]), model);
            System.err.printf("%d seeds, %d texts, %d bytes%n", seeds.size(), unlabelled.size(), model.length);
        }
    }

    /// @param unlabelled texts in the language
    /// @param embeddings of texts
    static byte[] train(
            String language,
            List<Seed> seeds,
            List<ConceptTerms> terms,
            List<TrainingText> unlabelled,
            Function<String, float[]> embeddings)
            throws IOException {
        var texts = new LabelledTexts(language, seeds, terms, unlabelled, embeddings);
        new TopicTraining(texts).report();
        TopicModel model = Regressions.learnt(texts, texts.seeds())
                .model(Objects.requireNonNull(SHARPNESS.get(language), "no sharpness for " + language));
        return bytes(new TopicModel(
                // no CRC, which the one at the end of a gzip file makes blind
                "3-%08x".formatted(Arrays.hashCode(bytes(model))),
                model.vocabulary(),
                model.words(),
                model.profiles(),
                model.head(),
                model.sharpness()));
    }

    private static byte[] bytes(TopicModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }

    /// What texts that were held out say of the model, three folds.
    private void report() {
        var held = new ArrayList<Scored>();
        for (int fold = 0; fold < FOLDS; fold++) {
            var learnt = new ArrayList<Integer>();
            var left = new ArrayList<Integer>();
            for (int seed : texts.seeds()) {
                (seed % FOLDS == fold ? left : learnt).add(seed);
            }
            Regressions regressions = Regressions.learnt(texts, learnt);
            for (int seed : left) {
                held.add(new Scored(regressions.byWords(seed), regressions.byEmbedding(seed), texts.top(seed)));
            }
        }
        var calibration = new Calibration(texts.tops(), held);
        Sharpness sharpness = calibration.sharpness();
        System.err.printf(
                "held out: %.3f right by words, %.3f with embeddings; least surprising with %.1f %.1f %.1f%n",
                calibration.right(1, 0),
                calibration.right(sharpness.beside(), sharpness.embedding()),
                sharpness.alone(),
                sharpness.beside(),
                sharpness.embedding());
    }
}
