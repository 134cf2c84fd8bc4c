package org.copyflow.events.article;

/// A stretch of the article's text: UTF-16 code units, end exclusive.
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }
}
