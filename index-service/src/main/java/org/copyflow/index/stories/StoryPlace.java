package org.copyflow.index.stories;

import org.jspecify.annotations.Nullable;

/// Where an article stands.
///
/// @param arrival which arrival of its language it was
/// @param cluster the number of its cluster
/// @param storyId the cluster's story; absent as long as the article is alone
/// @param splitFrom the story that the cluster's first article left
public record StoryPlace(
        long arrival,
        long cluster,
        @Nullable String storyId,
        @Nullable String splitFrom) {}
