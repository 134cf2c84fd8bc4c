package org.copyflow.events.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// May the article be used? The words are ninjs's `pubstatus`.
public enum ArticleStatus {
    @JsonProperty("usable")
    USABLE,
    @JsonProperty("withheld")
    WITHHELD,
    @JsonProperty("canceled")
    CANCELED;

    /// The word as it stands in JSON and in headers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException naming the words that are known
    public static ArticleStatus ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "usable" -> USABLE;
            case "withheld" -> WITHHELD;
            case "canceled", "cancelled" -> CANCELED;
            default ->
                throw new IllegalArgumentException(
                        "no status is called '" + word + "'; known are usable, withheld and canceled");
        };
    }
}
