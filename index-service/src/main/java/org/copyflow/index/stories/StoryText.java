package org.copyflow.index.stories;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an article brings to its story.
///
/// @param articleId which article
/// @param at when it was published, else received
/// @param receivedAt when it was first received
/// @param terms what it is about, each once: words of the title, names, key phrases
/// @param vector its title's embedding, scaled so that its length is 127; absent where there is none
@SuppressWarnings("ArrayRecordComponent") // never compared, and 400 boxed numbers would be too many
public record StoryText(
        String articleId, Instant at, Instant receivedAt, List<String> terms, byte @Nullable [] vector) {

    /// The length to which vectors are scaled before their numbers are rounded.
    public static final int VECTOR_LENGTH = 127;

    /// Written out, because a compact one loses that the vector may be absent.
    public StoryText(String articleId, Instant at, Instant receivedAt, List<String> terms, byte @Nullable [] vector) {
        this.articleId = articleId;
        this.at = at;
        this.receivedAt = receivedAt;
        this.terms = List.copyOf(terms);
        this.vector = vector;
    }
}
