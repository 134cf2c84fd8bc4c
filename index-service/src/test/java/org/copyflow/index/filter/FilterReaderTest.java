package org.copyflow.index.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReaderTest {

    @Test
    void readsTheSameFromJsonAndFromParameters() {
        Filter filter = FilterReader.read(Map.of(
                "topic", List.of("medtop:04000000", "medtop:15000000"),
                "source", List.of("agency"),
                "changes", List.of("headline", "figures")));

        assertThat(json("""
                {"topic": ["medtop:15000000", "medtop:04000000"], "source": "agency",
                 "changes": ["figures", "headline"]}""")).isEqualTo(filter);
        assertThat(json(EventJson.mapper().writeValueAsString(filter))).isEqualTo(filter);
        assertThat(EventJson.mapper().readValue(EventJson.mapper().writeValueAsString(filter), Filter.class))
                .isEqualTo(filter);
    }

    @Test
    void takesEverythingWhereNothingIsSaid() {
        assertThat(json("{}")).isEqualTo(Filter.ALL);
        assertThat(json("{}").takesAll()).isTrue();
        assertThat(json("{\"source\": []}")).isEqualTo(Filter.ALL);
        assertThat(json("{\"source\": \"agency\"}").takesAll()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                      | filter is '[]'; it must be an object",
                "{'topics': ['a:b']}     | filter is 'topics'; it must be made of topic, stated",
                "{'topic': 'oslo'}       | topic is 'oslo'; it must be the id of a topic",
                "{'topic': ['a:b', 1]}   | topic is '1'; it must be a text, or a list of texts",
                "{'source': ' '}         | source is ' '; it must be 1 to 250 characters",
                "{'changes': 'all'}      | changes is 'all'; it must be one of new, any, headline, figures, quotes"
            })
    void refusesWhatItCannotUse(String json, String reason) {
        assertThatThrownBy(() -> json(json.replace('\'', '"')))
                .isInstanceOf(BadFilterException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void takesAHundredValuesAndNoMore() {
        assertThat(FilterReader.read(Map.of("source", Collections.nCopies(100, "a")))
                        .source())
                .containsExactly("a");
        assertThatThrownBy(() -> FilterReader.read(Map.of("source", Collections.nCopies(101, "a"))))
                .hasMessage("source is '101 values'; it must be given at most 100 times");
    }

    private static Filter json(String json) {
        return FilterReader.read(EventJson.mapper().readTree(json));
    }
}
