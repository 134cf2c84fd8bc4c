package org.copyflow.events.topic;

import java.time.Instant;
import java.util.List;

/// A topic as it is now.
///
/// @param topic which topic
/// @param articles how many articles it holds
/// @param newest the newest articles, newest first, bounded by a setting
/// @param sources who pushed them, most first
/// @param people the persons named most, by number of articles
/// @param organisations the organisations named most, by number of articles
/// @param updatedAt when it last changed
public record TopicView(
        TopicRef topic,
        long articles,
        List<ArticleCard> newest,
        List<Count> sources,
        List<Count> people,
        List<Count> organisations,
        Instant updatedAt) {

    public TopicView {
        newest = newest == null ? List.of() : List.copyOf(newest);
        sources = sources == null ? List.of() : List.copyOf(sources);
        people = people == null ? List.of() : List.copyOf(people);
        organisations = organisations == null ? List.of() : List.copyOf(organisations);
    }

    /// How many articles carry a name.
    public record Count(String name, long articles) {}
}
