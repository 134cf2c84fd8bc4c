package org.copyflow.index.query.story;

import java.time.Instant;
import org.copyflow.events.story.Story;
import org.jspecify.annotations.Nullable;

/// A story in a list.
///
/// @param articles how many articles it has, copies included
/// @param sources how many sources they are from
/// @param firstSeen when the first of them was published, else received
/// @param lastSeen when the last was
public record StorySummary(
        String id,
        String language,
        @Nullable String title,
        int articles,
        int sources,
        Instant firstSeen,
        Instant lastSeen) {

    static StorySummary of(Story story) {
        return new StorySummary(
                story.id(),
                story.language(),
                story.title(),
                story.articleCount(),
                story.sourceCount(),
                story.firstSeen(),
                story.lastSeen());
    }
}
