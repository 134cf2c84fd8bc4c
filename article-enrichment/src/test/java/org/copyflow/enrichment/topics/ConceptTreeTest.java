package org.copyflow.enrichment.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.copyflow.enrichment.topics.ConceptTree.Belief;
import org.copyflow.enrichment.topics.model.Beliefs;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ConceptTreeTest {

    private static final String SPORT = "medtop:15000000";
    private static final String DISCIPLINES = "medtop:20000822";
    private static final String SOCCER = "medtop:20001065";
    private static final String TENNIS = "medtop:20001085";
    private static final String CRICKET = "medtop:20000888";
    private static final String BANKS = "medtop:20000274";
    private static final List<String> PROFILED = List.of(SOCCER, TENNIS, CRICKET, DISCIPLINES, BANKS);

    private final MediaTopics vocabulary = MediaTopics.known();
    private final ConceptTree tree = new ConceptTree(PROFILED, vocabulary);

    @Test
    void givesTheMostProbableConceptsBelowTheTopLevel() {
        assertThat(below(0.2, 0.5, 0.3, 0, 0, 0.2))
                .extracting(Belief::concept)
                .extracting(MediaTopic::id)
                .containsExactly(SOCCER, TENNIS);
        assertThat(below(0.2, 0.5, 0.3, 0, 0, 0.2).getFirst().probability()).isCloseTo(0.625, within(0.01));
    }

    @Test
    void stopsAboveWhereNothingIsProbableEnough() {
        List<Belief> found = below(0.5, 0.34, 0.33, 0.33, 0, 0);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().concept().id()).isEqualTo(DISCIPLINES);
        assertThat(found.getFirst().probability()).isCloseTo(1, within(0.001));
    }

    @Test
    void putsWhatWasRetiredWhereItStandsNow(@TempDir Path folder) throws IOException {
        MediaTopics newer = MediaTopics.of(Files.writeString(folder.resolve("topics.json"), """
                {"concepts": [
                  {"id": "medtop:15000000", "broader": [], "en": "sport", "retired": null},
                  {"id": "medtop:1", "broader": ["medtop:15000000"], "en": "ball games", "retired": null},
                  {"id": "medtop:20001065", "broader": ["medtop:1"], "en": "soccer", "retired": "2026-01-01"}
                ]}"""));
        List<Belief> found =
                new ConceptTree(PROFILED, newer).below(find(newer, SPORT), beliefs(0.5, 0.2, 0.1, 0.1, 0.1), 0.2, 2);

        assertThat(found).extracting(Belief::concept).extracting(MediaTopic::id).containsExactly("medtop:1");
    }

    @Test
    @Timeout(20)
    void comesToAnEndWhereAFileLeadsInCircles(@TempDir Path folder) throws IOException {
        MediaTopics circle = MediaTopics.of(Files.writeString(folder.resolve("topics.json"), """
                {"concepts": [
                  {"id": "medtop:15000000", "broader": ["medtop:20001065"], "en": "sport", "retired": null},
                  {"id": "medtop:20000822", "broader": ["medtop:20000822"], "en": "discipline", "retired": null},
                  {"id": "medtop:20001065", "broader": ["medtop:15000000"], "en": "soccer", "retired": null}
                ]}"""));
        for (String top : List.of(SPORT, SOCCER, DISCIPLINES)) {
            assertThat(new ConceptTree(PROFILED, circle)
                            .below(find(circle, top), beliefs(0.5, 0.2, 0.1, 0.1, 0.1), 0.2, 2))
                    .hasSizeLessThan(3);
        }
    }

    private List<Belief> below(double least, double... probabilities) {
        return tree.below(find(vocabulary, SPORT), beliefs(probabilities), least, 2);
    }

    private static Beliefs beliefs(double... probabilities) {
        return Beliefs.of(PROFILED, Arrays.stream(probabilities).map(Math::log).toArray());
    }

    private static MediaTopic find(MediaTopics vocabulary, String id) {
        return Objects.requireNonNull(vocabulary.find(id), id);
    }
}
