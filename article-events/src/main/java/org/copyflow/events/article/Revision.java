package org.copyflow.events.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a version changed of the one that readers saw before it.
///
/// @param replaces the version that readers saw, where its source counts them
/// @param changes what is different, the headline first; none where a reader sees no difference
/// @param more how many further differences there are; absent where all are listed
public record Revision(
        @Nullable Long replaces,
        List<Change> changes,
        @Nullable Integer more) {

    public Revision {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /// One difference between two versions.
    ///
    /// @param field what it is in
    /// @param kind whether something came, went or became something else
    /// @param before what readers saw; a long text is cut to what is around the difference, with `…` for what is
    ///     left out
    /// @param after what they see now, cut likewise
    /// @param about of a figure, what it measures; of a quote, who is quoted
    public record Change(
            Field field,
            Kind kind,
            @Nullable String before,
            @Nullable String after,
            @Nullable String about) {}

    /// What a change is in.
    public enum Field {
        @JsonProperty("title")
        TITLE("headline"),
        @JsonProperty("kicker")
        KICKER("kicker"),
        @JsonProperty("byline")
        BYLINE("byline"),
        @JsonProperty("section")
        SECTION("section"),
        @JsonProperty("publishedAt")
        PUBLISHED_AT("date"),
        @JsonProperty("url")
        URL("address"),
        @JsonProperty("body")
        BODY("body"),
        @JsonProperty("figure")
        FIGURE("figures"),
        @JsonProperty("quote")
        QUOTE("quotes"),
        @JsonProperty("caption")
        CAPTION("captions"),
        @JsonProperty("note")
        NOTE("notes");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        /// For people.
        public String label() {
            return label;
        }
    }

    /// How something is different.
    public enum Kind {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("changed")
        CHANGED
    }
}
