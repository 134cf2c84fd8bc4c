package org.copyflow.events.story;

/// Another article, and who pushed it.
public record ArticlePointer(String articleId, String source) {}
