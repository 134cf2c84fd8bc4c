package org.copyflow.enrichment.topics.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A concept of IPTC Media Topics.
///
/// @param id as `medtop:20000763`
/// @param english its name in English
/// @param chinese its name in simplified Chinese, where the vocabulary has one
/// @param path what it belongs to, from the top level down; empty for a concept of the top level
public record MediaTopic(
        String id, String english, @Nullable String chinese, List<MediaTopic> path) {

    public MediaTopic {
        path = List.copyOf(path);
    }

    /// The concept of the top level that it belongs to, or is.
    public MediaTopic top() {
        return path.isEmpty() ? this : path.getFirst();
    }

    /// Does it belong to another one, or is it that one?
    public boolean isWithin(MediaTopic other) {
        return equals(other) || path.contains(other);
    }

    /// The name for readers of a language: Chinese where it is `zh`, else English.
    public String name(String language) {
        return language.equals("zh") && chinese != null ? chinese : english;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MediaTopic topic && topic.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id + " (" + english + ')';
    }
}
