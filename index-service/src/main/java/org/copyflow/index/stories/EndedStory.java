package org.copyflow.index.stories;

import org.jspecify.annotations.Nullable;

/// A story that has no article any more.
///
/// @param mergedInto the story that its last article went to; absent where the last was withdrawn
public record EndedStory(String storyId, @Nullable String mergedInto) {}
