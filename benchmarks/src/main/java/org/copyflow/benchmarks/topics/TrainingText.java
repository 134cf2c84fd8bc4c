package org.copyflow.benchmarks.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.topics.TopicText;
import org.copyflow.enrichment.topics.model.TopicFeatures;
import org.copyflow.events.article.Block;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A text to learn from, as the annotator will see one.
///
/// @param features of its title and text
/// @param forEmbedding what its embedding is made of
record TrainingText(TopicFeatures features, String forEmbedding) {

    private static final int LEAST_CHARS = 300;
    private static final int MOST_CHARS = 12_000;
    private static final int COMPARED_CHARS = 80;

    static TrainingText of(String title, String text, String language) {
        return of(title, analyzed(text, language));
    }

    private static TrainingText of(String title, AnalyzedText body) {
        return new TrainingText(TopicFeatures.of(title, body), TopicText.forEmbedding(title, body));
    }

    /// The articles of a file that are in a language and long enough to tell what they are about, each once: JSON lines
    /// with `title` and `text`.
    static List<TrainingText> unlabelled(Path file, String language) throws IOException {
        var texts = new ArrayList<TrainingText>();
        var seen = new HashSet<String>();
        for (String line : Files.readAllLines(file)) {
            JsonNode article = JsonMapper.shared().readTree(line);
            String text = article.path("text").asString("");
            if (text.length() >= LEAST_CHARS && seen.add(text.substring(0, COMPARED_CHARS))) {
                AnalyzedText body = analyzed(text.substring(0, Math.min(text.length(), MOST_CHARS)), null);
                if (body.language().equals(language)) {
                    texts.add(of(article.path("title").asString(""), body));
                }
            }
        }
        return texts;
    }

    private static AnalyzedText analyzed(String text, @Nullable String language) {
        return new TextAnalyzer().analyze(text, List.of(new Block(Block.Type.PARAGRAPH, 0, text.length())), language);
    }
}
