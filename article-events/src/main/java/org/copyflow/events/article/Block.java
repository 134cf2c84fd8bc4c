package org.copyflow.events.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A block of the text: what it is and where it stands.
public record Block(Type type, int start, int end) {

    public enum Type {
        @JsonProperty("heading")
        HEADING,
        @JsonProperty("paragraph")
        PARAGRAPH,
        @JsonProperty("list-item")
        LIST_ITEM,
        @JsonProperty("quote")
        QUOTE
    }
}
