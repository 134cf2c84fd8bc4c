package org.copyflow.events.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an article has to do with others. An article that has nothing to do with any, or not any more, is a
/// tombstone.
///
/// @param articleId which article
/// @param duplicateOf the article of which it is a near-duplicate: the one that was received first; absent for
///     that one
/// @param copies its near-duplicates, those received first first, at most 50
/// @param copyCount how many there are
/// @param storyId the story that it is in; absent as long as it is alone
public record ArticleRelations(
        String articleId,
        @Nullable ArticlePointer duplicateOf,
        List<ArticlePointer> copies,
        int copyCount,
        @Nullable String storyId) {

    public ArticleRelations {
        copies = copies == null ? List.of() : List.copyOf(copies);
    }

    /// Of an article that stands alone.
    public static ArticleRelations none(String articleId) {
        return new ArticleRelations(articleId, null, List.of(), 0, null);
    }

    /// The same, in this story.
    public ArticleRelations in(@Nullable String story) {
        return new ArticleRelations(articleId, duplicateOf, copies, copyCount, story);
    }
}
