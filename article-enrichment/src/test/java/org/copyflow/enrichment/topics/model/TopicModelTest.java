package org.copyflow.enrichment.topics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.topics.model.TopicModel.Sharpness;
import org.copyflow.events.article.Block;
import org.junit.jupiter.api.Test;

final class TopicModelTest {

    @Test
    void namesEveryWordThatSpeaksAsMuchAsAnother() {
        AnalyzedText text =
                new TextAnalyzer().analyze("striker goalkeeper", List.of(new Block(Block.Type.PARAGRAPH, 0, 18)), "en");
        TopicFeatures features = TopicFeatures.of(null, text);
        int[] hashes = IntStream.range(0, features.size()).map(features::hash).toArray();
        var vocabulary = new Vocabulary(hashes, new float[] {1, 1});
        var model = new TopicModel(
                "1",
                vocabulary,
                LinearModel.of(List.of("sport"), new float[1], new float[] {1, 1}),
                ConceptProfiles.of(List.of("soccer"), 2, List.of(vocabulary.vector(features))),
                new EmbeddingHead(List.of("sport"), new float[1], new float[1]),
                new Sharpness(1, 1, 1));

        assertThat(model.strongest(List.of(text), Set.of("sport"), 4)).containsExactly("striker", "goalkeeper");
        assertThat(model.closest(List.of(text), "soccer", 4)).containsExactly("striker", "goalkeeper");
    }
}
