package org.copyflow.enrichment.pipeline;

import java.util.List;
import java.util.Map;
import org.copyflow.embeddings.BestEffortEmbeddings;
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
        return with(MediaTopics.known());
    }

    /// @param topics the vocabulary of topics
    public static List<Annotator> with(MediaTopics topics) {
        return List.of(
                new TextStatisticsAnnotator(),
                new EntityAnnotator(),
                new FigureAnnotator(),
                new QuoteAnnotator(),
                topics(topics),
                new KeyphraseAnnotator(),
                new SummaryAnnotator(),
                new FingerprintAnnotator(),
                new SketchAnnotator());
    }

    private static Annotator topics(MediaTopics vocabulary) {
        return new TopicAnnotator(
                vocabulary,
                Map.of("en", TopicModel.known("en"), "zh", TopicModel.known("zh")),
                Map.of("en", embeddings(SentenceModel.ENGLISH), "zh", embeddings(SentenceModel.CHINESE)));
    }

    private static BestEffortEmbeddings embeddings(SentenceModel model) {
        return new BestEffortEmbeddings(
                new OnnxEmbeddings(model, TopicText.MAX_TOKENS), "topics are told by words alone");
    }
}
