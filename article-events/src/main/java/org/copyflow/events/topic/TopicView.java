package org.copyflow.events.topic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A topic as it is now. All of it follows from the articles that the topic holds, and from when it was made: what was
/// corrected or taken back leaves no trace.
///
/// @param topic which topic
/// @param articles how many articles it holds
/// @param firstAt the time of its oldest article; absent where it holds more than its list keeps
/// @param lastAt the time of its newest article
/// @param hours how many articles are from each of the last hours; bounded by a setting
/// @param days how many articles are from each of the last days; bounded by a setting
/// @param trend how far the last hour stands above the topic's own past; 0 where that may be chance
/// @param breaking whether that is a burst
/// @param newest the newest articles, newest first, bounded by a setting
/// @param sources who pushed them, most first
/// @param people the persons named most, by number of articles
/// @param organisations the organisations named most, by number of articles
/// @param languages in which languages they are, most first
/// @param related the topics that its articles belong to besides, most first; sources and what it belongs to left out
/// @param figures the latest figures of its articles
/// @param updatedAt when it last changed
public record TopicView(
        TopicRef topic,
        long articles,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        @Nullable TimeCounts hours,
        @Nullable TimeCounts days,
        double trend,
        boolean breaking,
        List<ArticleCard> newest,
        List<Count> sources,
        List<Count> people,
        List<Count> organisations,
        List<Count> languages,
        List<RelatedTopic> related,
        List<TopicFigure> figures,
        Instant updatedAt) {

    public TopicView {
        newest = newest == null ? List.of() : List.copyOf(newest);
        sources = sources == null ? List.of() : List.copyOf(sources);
        people = people == null ? List.of() : List.copyOf(people);
        organisations = organisations == null ? List.of() : List.copyOf(organisations);
        languages = languages == null ? List.of() : List.copyOf(languages);
        related = related == null ? List.of() : List.copyOf(related);
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /// How many articles carry a name.
    public record Count(String name, long articles) {}

    /// How many articles are from each of successive hours or days (UTC).
    ///
    /// @param from when the first begins
    /// @param articles of each, the first and the last of them not 0
    public record TimeCounts(Instant from, List<Long> articles) {

        public TimeCounts {
            articles = List.copyOf(articles);
        }
    }

    /// A topic that shares articles with this one.
    ///
    /// @param id its id
    /// @param articles how many
    public record RelatedTopic(String id, long articles) {}

    /// A figure and where it stands.
    ///
    /// @param articleId the article's id
    /// @param at the time by which the article is ordered
    /// @param figure what it says
    public record TopicFigure(String articleId, Instant at, CardFigure figure) {}
}
