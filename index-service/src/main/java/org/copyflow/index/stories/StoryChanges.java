package org.copyflow.index.stories;

import java.util.List;
import java.util.Set;

/// What is different now.
///
/// @param articles those that stand in another place
/// @param stories those that have other articles
/// @param ended those that have none any more
public record StoryChanges(Set<String> articles, Set<String> stories, List<EndedStory> ended) {}
