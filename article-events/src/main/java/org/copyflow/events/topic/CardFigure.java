package org.copyflow.events.topic;

import java.math.BigDecimal;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// A figure of an article as a list shows it; its parts say what those of [Figure] say.
///
/// @param text the claim as written
/// @param value what it says
/// @param low the lower end of a range
/// @param high the upper end of a range
/// @param unit ISO 4217 code, UCUM or plain unit, `%`, or the noun that is counted
/// @param change `up` or `down`, where the claim says that something rose or fell
/// @param measures what is measured, in the sentence's own words
public record CardFigure(
        String text,
        Figure.Kind kind,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String unit,
        @Nullable String change,
        @Nullable String measures) {}
