package org.copyflow.benchmarks.topics;

import java.util.List;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.topics.TopicText;
import org.copyflow.enrichment.topics.model.TopicFeatures;
import org.copyflow.events.article.Block;

/// A text to learn from, as the annotator will see one.
///
/// @param features of its title and text
/// @param forEmbedding what its embedding is made of
record TrainingText(TopicFeatures features, String forEmbedding) {

    static TrainingText of(String title, String text, String language) {
        AnalyzedText body =
                new TextAnalyzer().analyze(text, List.of(new Block(Block.Type.PARAGRAPH, 0, text.length())), language);
        return new TrainingText(TopicFeatures.of(title, body), TopicText.forEmbedding(title, body));
    }
}
