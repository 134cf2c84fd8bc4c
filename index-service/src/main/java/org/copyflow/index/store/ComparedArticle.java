package org.copyflow.index.store;

import java.time.Instant;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticleRelations;
import org.jspecify.annotations.Nullable;

/// An article as it is compared with the others of its language, and what was said of it.
///
/// @param language of which language
/// @param digest its newest version
/// @param firstReceivedAt when the first version was received that is compared
/// @param relations what was last said that it has to do with others
public record ComparedArticle(
        String language,
        ArticleDigest digest,
        Instant firstReceivedAt,
        @Nullable ArticleRelations relations) {

    /// The same, of which this is said now.
    public ComparedArticle with(@Nullable ArticleRelations said) {
        return new ComparedArticle(language, digest, firstReceivedAt, said);
    }
}
