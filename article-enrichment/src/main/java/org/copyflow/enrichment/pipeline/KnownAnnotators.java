package org.copyflow.enrichment.pipeline;

import java.util.List;
import java.util.Map;
import org.copyflow.embeddings.BestEffortEmbeddings;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.OnnxEmbeddings;
import org.copyflow.embeddings.SentenceModel;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.entities.EntityAnnotator;
import org.copyflow.enrichment.figures.FigureAnnotator;
import org.copyflow.enrichment.fingerprint.FingerprintAnnotator;
import org.copyflow.enrichment.fingerprint.SketchAnnotator;
import org.copyflow.enrichment.keyphrases.KeyphraseAnnotator;
import org.copyflow.enrichment.quotes.QuoteAnnotator;
import org.copyflow.enrichment.statistics.TextStatisticsAnnotator;
import org.copyflow.enrichment.summary.SummaryAnnotator;
import org.copyflow.enrichment.topics.TopicAnnotator;
import org.copyflow.enrichment.topics.TopicText;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;

/// Every annotator, a line each, in the order in which they run: later ones see what earlier ones found.
public final class KnownAnnotators {

    private KnownAnnotators() {}

    public static List<Annotator> all() {
        return with(MediaTopics.known(), EmbeddingBudget.unlimited());
    }

    /// @param topics the vocabulary of topics
    /// @param budget how much time embeddings may take; where it bounds them, what an article is found to be about
    ///     may depend on how many come with it
    public static List<Annotator> with(MediaTopics topics, EmbeddingBudget budget) {
        return List.of(
                new TextStatisticsAnnotator(),
                new EntityAnnotator(),
                new FigureAnnotator(),
                new QuoteAnnotator(),
                topics(topics, budget),
                new KeyphraseAnnotator(),
                new SummaryAnnotator(),
                new FingerprintAnnotator(),
                new SketchAnnotator());
    }

    private static Annotator topics(MediaTopics vocabulary, EmbeddingBudget budget) {
        return new TopicAnnotator(
                vocabulary,
                Map.of("en", TopicModel.known("en"), "zh", TopicModel.known("zh")),
                Map.of(
                        "en",
                        embeddings(SentenceModel.ENGLISH, budget),
                        "zh",
                        embeddings(SentenceModel.CHINESE, budget)));
    }

    private static BestEffortEmbeddings embeddings(SentenceModel model, EmbeddingBudget budget) {
        return new BestEffortEmbeddings(
                new OnnxEmbeddings(model, TopicText.MAX_TOKENS), budget, "topics are told by words alone");
    }
}
