package org.copyflow.index.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyNamesTest {

    private final VocabularyNames names = new VocabularyNames();

    @Test
    void knowsMediaTopicsInEveryLanguageOfTheRelease() {
        assertThat(names.of("medtop:15000000")).contains("sport", "体育", "Sport", "Deporte");
    }

    @Test
    void knowsNothingOfOtherTopics() {
        assertThat(names.of("person:ada-brook")).isEmpty();
    }
}
