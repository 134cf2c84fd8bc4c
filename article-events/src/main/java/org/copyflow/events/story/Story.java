package org.copyflow.events.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Articles of one language that tell of the same event, whoever pushed them.
///
/// @param id the same as long as the story lives
/// @param language of its articles
/// @param title the headline of the article that has most in common with the others; absent where none has one
/// @param summary the sentences of its articles that say most of what the others say too, those that say most
///     first, at most 3
/// @param articles the newest 100, newest first
/// @param articleCount how many there are, copies included
/// @param sources who pushed them, those who came first first, at most 50
/// @param sourceCount how many there are
/// @param firstSeen when the first of its articles was published, else received
/// @param lastSeen when the last was
/// @param figures the same thing as several articles measure it
/// @param splitFrom the story that its first article was in before
/// @param mergedInto the story in which its articles are now; it has none itself any more
/// @param updatedAt when this was said
public record Story(
        String id,
        String language,
        @Nullable String title,
        List<Sentence> summary,
        List<Member> articles,
        int articleCount,
        List<String> sources,
        int sourceCount,
        Instant firstSeen,
        Instant lastSeen,
        List<Comparison> figures,
        @Nullable String splitFrom,
        @Nullable String mergedInto,
        Instant updatedAt) {

    public Story {
        summary = summary == null ? List.of() : List.copyOf(summary);
        articles = articles == null ? List.of() : List.copyOf(articles);
        sources = sources == null ? List.of() : List.copyOf(sources);
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /// The same, said at another time.
    public Story at(Instant time) {
        return new Story(
                id,
                language,
                title,
                summary,
                articles,
                articleCount,
                sources,
                sourceCount,
                firstSeen,
                lastSeen,
                figures,
                splitFrom,
                mergedInto,
                time);
    }

    /// What is left of it when another story has its articles.
    public Story merged(String into, Instant time) {
        return new Story(
                id, language, title, List.of(), List.of(), 0, List.of(), 0, firstSeen, lastSeen, List.of(), splitFrom,
                into, time);
    }

    /// A sentence of one of its articles.
    ///
    /// @param start where it begins in that article's text, in UTF-16 code units
    /// @param end where it ends, exclusive
    public record Sentence(String articleId, String source, String text, int start, int end) {}

    /// An article of the story.
    ///
    /// @param at when it was published, else received
    /// @param duplicateOf the article of which it is a near-duplicate
    public record Member(
            String articleId,
            @Nullable String title,
            String source,
            @Nullable String url,
            Instant at,
            @Nullable String duplicateOf) {}

    /// One thing as several articles measure it, side by side.
    ///
    /// @param measures what is measured, as the first of them says it
    /// @param values what they say, those that came first first
    public record Comparison(String measures, @Nullable String unit, List<Value> values) {

        public Comparison {
            values = List.copyOf(values);
        }
    }

    /// What one article says.
    ///
    /// @param text as the article has it
    public record Value(String articleId, String source, String text, BigDecimal value) {}
}
