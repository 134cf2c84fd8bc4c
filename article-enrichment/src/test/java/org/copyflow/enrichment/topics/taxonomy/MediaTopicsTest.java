package org.copyflow.enrichment.topics.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MediaTopicsTest {

    private final MediaTopics topics = MediaTopics.known();

    @Test
    void knowsAConceptItsNamesAndWhatItBelongsTo() {
        MediaTopic soccer = find("medtop:20001065");

        assertThat(soccer.name("en")).isEqualTo("soccer");
        assertThat(soccer.name("zh")).isEqualTo("足球");
        assertThat(soccer.path()).extracting(MediaTopic::english).containsExactly("sport", "competition discipline");
        assertThat(soccer.top().id()).isEqualTo("medtop:15000000");
        assertThat(soccer.isWithin(find("medtop:15000000"))).isTrue();
        assertThat(soccer.isWithin(find("medtop:04000000"))).isFalse();
    }

    @Test
    void hasSeventeenConceptsAtTheTopAndOthersBelow() {
        assertThat(topics.all().stream().filter(topic -> topic.path().isEmpty()))
                .hasSize(17);
        assertThat(topics.below(find("medtop:01000000")))
                .extracting(MediaTopic::english)
                .contains("mass media");
    }

    @Test
    void givesForARetiredConceptTheOneThatStandsForIt() {
        assertThat(topics.isRetired("medtop:20000163")).isTrue();
        // "air and space incident" lay below "transport incident" and "emergency incident", both retired
        assertThat(find("medtop:20000163").id()).isEqualTo("medtop:03000000");
        assertThat(topics.all()).noneMatch(topic -> topics.isRetired(topic.id()));
    }

    @Test
    void doesNotKnowOtherVocabularies() {
        assertThat(topics.find("medtop:1")).isNull();
        assertThat(topics.find("desk:ice")).isNull();
    }

    @Test
    void readsAnotherRelease(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("topics.json"), """
                {"concepts": [
                  {"id": "medtop:1", "broader": [], "en": "one", "retired": null},
                  {"id": "medtop:2", "broader": ["medtop:1"], "en": "two", "retired": "2026-01-01"},
                  {"id": "medtop:3", "broader": ["medtop:2"], "en": "three", "retired": null},
                  {"id": "medtop:4", "broader": ["medtop:2"], "en": "three", "retired": "2026-01-01"},
                  {"id": "medtop:5", "broader": ["medtop:5"], "en": "its own parent", "retired": null}
                ]}""");
        MediaTopics release = MediaTopics.of(file);

        assertThat(Objects.requireNonNull(release.find("medtop:3")).path())
                .extracting(MediaTopic::id)
                .containsExactly("medtop:1");
        assertThat(release.find("medtop:2")).isEqualTo(release.find("medtop:1"));
        assertThat(release.find("medtop:4")).isEqualTo(release.find("medtop:3"));
    }

    @Test
    void saysWhatIsWrongWithAFile(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"concepts\": [");

        assertThatThrownBy(() -> MediaTopics.of(empty)).hasMessageContaining("empty.json has no concepts");
        assertThatThrownBy(() -> MediaTopics.of(broken)).hasMessageContaining("broken.json is no JSON");
    }

    private MediaTopic find(String id) {
        return Objects.requireNonNull(topics.find(id));
    }
}
