package org.copyflow.index.comparison;

import java.time.Duration;
import org.copyflow.index.stories.StoryLimits;

/// How far articles are compared.
///
/// @param duplicateWindow how far apart in receipt a copy and its original may be
/// @param comparedArticles articles of one language that are compared at most, the newest
/// @param stories what is kept of stories
/// @param publishEvery a story that changes all the time is published this often
public record ComparisonLimits(
        Duration duplicateWindow, int comparedArticles, StoryLimits stories, Duration publishEvery) {

    public ComparisonLimits {
        if (comparedArticles < 1 || !duplicateWindow.isPositive()) {
            throw new IllegalArgumentException("articles must be compared with some others");
        }
    }
}
