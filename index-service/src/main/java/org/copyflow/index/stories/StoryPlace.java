package org.copyflow.index.stories;

import org.jspecify.annotations.Nullable;

/// Where an article stands.
///
/// @param arrival which arrival of its language it was
/// @param cluster the number of its cluster
/// @param copyOf the article with which it goes where that goes; absent where it stands for itself
/// @param storyId the cluster's story; absent as long as the article is alone
/// @param splitFrom the story that the cluster's first article left
public record StoryPlace(
        long arrival,
        long cluster,
        @Nullable String copyOf,
        @Nullable String storyId,
        @Nullable String splitFrom) {}
