package org.copyflow.events.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers: of the text itself, and those that the text states.
///
/// @param text counts over the text
/// @param figures every numeric claim, in the order of the text
public record Statistics(TextStatistics text, List<Figure> figures) {

    public Statistics {
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /// Counts over the text.
    ///
    /// @param words words; in Chinese text, its characters
    /// @param characters Unicode code points
    /// @param readingSeconds at 238 words or 500 Chinese characters a minute
    /// @param gradeLevel Flesch-Kincaid grade; English only
    public record TextStatistics(
            int words,
            int sentences,
            int paragraphs,
            int characters,
            int readingSeconds,
            @Nullable Double gradeLevel) {}
}
