package org.copyflow.index.stories;

import java.time.Duration;

/// How much is kept of the stories of one language.
///
/// @param window a story is closed when its newest article was received so long ago
/// @param mostArticles articles of one language that are kept at most; the stories that are longest without news
///     leave
/// @param articlesPerStory articles of one story that are kept at most, the newest
public record StoryLimits(Duration window, int mostArticles, int articlesPerStory) {

    public StoryLimits {
        if (!window.isPositive() || mostArticles < 1 || articlesPerStory < 2) {
            throw new IllegalArgumentException("a story needs some time and at least two articles");
        }
    }
}
