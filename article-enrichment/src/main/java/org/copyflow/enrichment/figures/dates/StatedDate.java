package org.copyflow.enrichment.figures.dates;

import org.jspecify.annotations.Nullable;

/// A date, a stretch of time between dates, or a time of day, as exactly as it is stated.
///
/// @param first its first piece
/// @param end the piece after its last
/// @param date ISO 8601: `2026`, `2026-03`, `2026-03-05`, `--03-05` without a year, `T16:39`, `2021/2025` for stretches
public record StatedDate(int first, int end, @Nullable String date) {}
