package org.copyflow.index.search.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By what hits can be narrowed down and counted. Each is an indexed field and a column of the same name.
public enum Facet {
    /// What the article is about: the topics of the views, `medtop:20000763`, `person:efim-zelmanov`.
    @JsonProperty("topic")
    TOPIC,
    /// Everybody and everything that it names, whether or not it is about them: `organisation:iptc`.
    @JsonProperty("entity")
    ENTITY,
    @JsonProperty("source")
    SOURCE,
    @JsonProperty("language")
    LANGUAGE;

    /// The word as it stands in requests and answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> of(String word) {
        return Arrays.stream(values())
                .filter(facet -> facet.word().equals(word))
                .findFirst();
    }

    /// The field that filters look into.
    public String field() {
        return word();
    }

    /// The column that is counted.
    public String column() {
        return word() + ".counted";
    }
}
