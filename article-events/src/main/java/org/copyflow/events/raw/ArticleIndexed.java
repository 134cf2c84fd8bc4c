package org.copyflow.events.raw;

import java.time.Instant;

/// That the views show an article as a raw record made it, or show it no more.
///
/// @param articleId which article
/// @param partition where the raw record stands in `articles.raw`
/// @param offset likewise
/// @param shown whether the views show it; otherwise it left them
/// @param receivedAt when the article was accepted
/// @param at when it entered the views, or left them
public record ArticleIndexed(
        String articleId, int partition, long offset, boolean shown, Instant receivedAt, Instant at) {}
