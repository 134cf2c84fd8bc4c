package org.copyflow.index.query.story;

import org.copyflow.events.story.Story;
import org.jspecify.annotations.Nullable;

/// Stories as they are now. Thread-safe. Every method throws [StoresUnavailableException] where it cannot answer
/// now.
public interface StoryStore {

    /// @return absent where there is none of this id; one that was merged into another says so
    @Nullable
    Story story(String storyId);

    /// Stories that have articles. May be some seconds old.
    StoryList stories(StoryQuery query);
}
