package org.copyflow.events.story;

import java.time.Instant;
import org.copyflow.events.article.Sketch;
import org.jspecify.annotations.Nullable;

/// What an article is compared by with the others of its language.
///
/// @param articleId which article
/// @param shown whether readers may see it; one that was withdrawn, or is in another language now, is compared
///     no more
/// @param source who pushed it
/// @param receivedAt when Copyflow accepted this version
/// @param sketch what tells near-duplicates; absent for a text of a few words
public record ArticleDigest(
        String articleId,
        boolean shown,
        String source,
        Instant receivedAt,
        @Nullable Sketch sketch) {}
