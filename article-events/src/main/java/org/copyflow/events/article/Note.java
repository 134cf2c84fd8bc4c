package org.copyflow.events.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A remark about the article that is not part of it.
public record Note(Kind kind, String text) {

    public enum Kind {
        @JsonProperty("editor")
        EDITOR,
        @JsonProperty("author")
        AUTHOR,
        @JsonProperty("source")
        SOURCE,
        @JsonProperty("correction")
        CORRECTION
    }
}
