package org.copyflow.events.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One change in one topic. A topic's events stand in one partition of `topics.feed`, in the order in which they
/// happened; the partition's offset is their cursor.
///
/// @param topic which topic
/// @param change what happened to the article in it
/// @param at when
/// @param article the article's card as it is now; for [Change#REMOVED], no more than which article it was
/// @param previous the card that this one replaces; for [Change#UPDATED] only
public record TopicEvent(
        TopicRef topic,
        Change change,
        Instant at,
        ArticleCard article,
        @Nullable ArticleCard previous) {

    /// Whether no more is new than of which article this one is a copy.
    public boolean tellsOfCopies() {
        return previous != null
                && !Objects.equals(previous.duplicateOf(), article.duplicateOf())
                && article.equals(previous.asCopyOf(article.duplicateOf()));
    }

    public enum Change {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("updated")
        UPDATED,
        @JsonProperty("removed")
        REMOVED
    }
}
