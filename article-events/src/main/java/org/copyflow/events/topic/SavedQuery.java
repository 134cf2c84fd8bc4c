package org.copyflow.events.topic;

import java.time.Instant;

/// A search that is kept, so that every article that it finds from then on is in a topic of its own, `query:` and its
/// id.
///
/// @param id letters and digits
/// @param name for people
/// @param q the words, in the language of the search box
/// @param in where they stand: `anywhere`, `title`, `text` or `quotes`
/// @param createdAt since when it is kept
public record SavedQuery(String id, String name, String q, String in, Instant createdAt) {

    /// The kind of its topic.
    public static final String KIND = "query";

    /// The id of the query of a topic.
    public static String idOf(TopicRef topic) {
        return topic.id().substring(KIND.length() + 1);
    }

    /// Its topic.
    public TopicRef topic() {
        return new TopicRef(KIND + ':' + id, name, KIND);
    }
}
