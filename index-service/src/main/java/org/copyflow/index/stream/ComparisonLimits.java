package org.copyflow.index.stream;

import java.time.Duration;

/// How far articles are compared.
///
/// @param duplicateWindow how far apart in receipt a copy and its original may be
/// @param comparedArticles articles of one language that are compared at most, the newest
public record ComparisonLimits(Duration duplicateWindow, int comparedArticles) {

    public ComparisonLimits {
        if (comparedArticles < 1 || !duplicateWindow.isPositive()) {
            throw new IllegalArgumentException("articles must be compared with some others");
        }
    }
}
