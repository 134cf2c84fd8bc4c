package org.copyflow.events.raw;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a raw record left enrichment: each leaves under exactly one of these words.
public enum Outcome {
    @JsonProperty("published")
    PUBLISHED("published"),
    @JsonProperty("duplicate")
    DUPLICATE("duplicate"),
    @JsonProperty("stale")
    STALE("stale"),
    @JsonProperty("held")
    HELD("held"),
    @JsonProperty("withdrawn")
    WITHDRAWN("withdrawn"),
    @JsonProperty("dead-lettered")
    DEAD_LETTERED("dead-lettered");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /// The word in JSON, metrics and logs.
    public String word() {
        return word;
    }
}
