package org.copyflow.index.store;

import java.time.Instant;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.index.stories.StoryPlace;
import org.jspecify.annotations.Nullable;

/// An article as it is compared with the others of its language, and what was said of it.
///
/// @param language of which language
/// @param digest its newest version
/// @param firstReceivedAt when the first version was received that is compared
/// @param vector its headline's embedding, each number a byte; absent where there is none
/// @param relations what was last said that it has to do with others
/// @param place where it stands among the stories
@SuppressWarnings("ArrayRecordComponent") // never compared, and 400 boxed numbers would be too many
public record ComparedArticle(
        String language,
        ArticleDigest digest,
        Instant firstReceivedAt,
        byte @Nullable [] vector,
        @Nullable ArticleRelations relations,
        @Nullable StoryPlace place) {

    /// The same, of which this is said now.
    public ComparedArticle with(@Nullable ArticleRelations said, @Nullable StoryPlace now) {
        return new ComparedArticle(language, digest, firstReceivedAt, vector, said, now);
    }

    /// The same with its headline's embedding.
    public ComparedArticle with(byte[] embedding) {
        return new ComparedArticle(language, digest, firstReceivedAt, embedding, relations, place);
    }

    /// The same, for what it is still compared for; what was said of it stays.
    ///
    /// @param copies whether it can still be a copy, or have one
    /// @param stories whether it still stands among the stories
    public ComparedArticle compared(boolean copies, boolean stories) {
        return new ComparedArticle(
                language,
                copies ? digest : digest.withoutSketch(),
                firstReceivedAt,
                vector,
                relations,
                stories ? place : null);
    }

    /// The article of which it is a near-duplicate, as was last said.
    public @Nullable String duplicateOf() {
        return relations == null || relations.duplicateOf() == null
                ? null
                : relations.duplicateOf().articleId();
    }
}
