package org.copyflow.events.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A numeric claim.
///
/// @param start where it stands in the text
/// @param text the claim as written
/// @param value what it says; percentages as written (9.9 for "9.9 percent"), scale words multiplied out
/// @param low the lower end of a range
/// @param high the upper end of a range
/// @param unit ISO 4217 code, UCUM or plain unit, `%`, or the noun that is counted
/// @param date for [Kind#DATE]: ISO 8601, as exactly as stated (`2026`, `2026-03`, `2026-03-05`)
/// @param comparator one of `=`, `~`, `>`, `<`, `>=`, `<=`
/// @param change `up` or `down`, where the claim says that something rose or fell
/// @param measures what is measured, in the sentence's own words
/// @param sameAs where the figure stands that this one says again in another unit or currency: of "1.3 trillion yuan
/// ($180 billion)" the second has the place of the first
/// @param sentence the sentence it stands in
public record Figure(
        int start,
        int end,
        String text,
        Kind kind,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String unit,
        @Nullable String date,
        String comparator,
        @Nullable String change,
        @Nullable String measures,
        @Nullable Span sameAs,
        Span sentence) {

    public enum Kind {
        @JsonProperty("money")
        MONEY,
        @JsonProperty("percent")
        PERCENT,
        @JsonProperty("count")
        COUNT,
        @JsonProperty("measure")
        MEASURE,
        @JsonProperty("ratio")
        RATIO,
        @JsonProperty("rank")
        RANK,
        @JsonProperty("ordinal")
        ORDINAL,
        @JsonProperty("date")
        DATE,
        @JsonProperty("duration")
        DURATION,
        @JsonProperty("range")
        RANGE;

        /// The word as it stands in JSON.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
