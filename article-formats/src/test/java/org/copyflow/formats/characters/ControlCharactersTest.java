package org.copyflow.formats.characters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ControlCharactersTest {

    @Test
    void leavesOutWhatStandsForNoText() {
        assertThat(ControlCharacters.removed("\u0000Har\u0001bour\u007F\u009F")).isEqualTo("Harbour");
    }

    @Test
    void keepsTabsAndLineBreaks() {
        assertThat(ControlCharacters.removed("a\tb\r\nc\u0085d\u0002")).isEqualTo("a\tb\r\nc\u0085d");
    }

    @Test
    void returnsTheSameTextWhereThereIsNone() {
        String text = "Harbour 港口 opens";

        assertThat(ControlCharacters.removed(text)).isSameAs(text);
    }
}
