package org.copyflow.benchmarks.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.copyflow.benchmarks.topics.FineTopics.Tally;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FineTopicsTest {

    private static final Path ARTICLES = Path.of("src/test/resources/org/copyflow/benchmarks/topics/fine");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void hasArticlesOnConceptsOfAllButTheTopLevel(String language) throws IOException {
        List<Seed> articles = Seed.all(ARTICLES.resolve(language), MediaTopics.known());

        assertThat(articles)
                .allSatisfy(article -> assertThat(article.topics().getFirst().path())
                        .as(article.headline())
                        .isNotEmpty());
    }

    @Test
    void countsTheConceptTheOneAboveItAndTheTopLevel() {
        String text = "The soccer club's striker scored twice in the cup final; the goalkeeper and the coach praised "
                + "the players, and soccer fans sang in the stadium until the team had left the pitch.";

        assertThat(FineTopics.tally(
                        "en",
                        List.of(
                                new Seed(List.of(concept("medtop:20001065")), "Soccer club wins final", text),
                                new Seed(List.of(concept("medtop:20001104")), "Soccer club wins cup final", text))))
                .isEqualTo(new Tally(2, 1, 2, 2));
    }

    private static MediaTopic concept(String id) {
        return Objects.requireNonNull(MediaTopics.known().find(id), id);
    }
}
