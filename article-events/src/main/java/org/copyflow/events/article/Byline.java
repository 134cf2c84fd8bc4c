package org.copyflow.events.article;

/// Somebody who made the article.
///
/// @param name as a reader would write it
/// @param role `author`, `editor`, `photographer`, `translator` …
public record Byline(String name, String role) {

    public static final String AUTHOR = "author";
    public static final String EDITOR = "editor";
}
