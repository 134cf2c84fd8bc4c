package org.copyflow.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copyflow.enrichment.decision.Departure;
import org.copyflow.enrichment.pipeline.EnrichedDocument;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.jspecify.annotations.Nullable;

/// What is printed of one input.
///
/// @param outcome that of its items; where they differ, `published` if one of them is, else that of the first
/// @param error the first one of its items, or why there are none
/// @param items what the input holds: one, or one an entry of a feed
/// @param articles of all its items; those of a withheld or canceled item are none
record ResultLine(
        String input,
        Outcome outcome,
        @Nullable Problem error,
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Shown> articles) {

    record Problem(String code, String message) {}

    /// An item, as the first push of it would leave enrichment.
    ///
    /// @param id the document's, by which a running pipeline knows it
    /// @param until when the hold of a held item ends; absent where only a newer version ends it
    /// @param warnings what is wrong with it and left it readable, a sentence each
    record Item(
            String id,
            String uri,
            @Nullable Long version,
            ArticleStatus status,
            Outcome outcome,
            @Nullable Instant until,
            @Nullable Problem error,
            List<String> warnings) {

        static Item of(RawArticle raw, Departure departure, EnrichedDocument read) {
            return new Item(
                    raw.documentId(),
                    raw.uri(),
                    raw.version(),
                    raw.status(),
                    departure.outcome(),
                    departure instanceof Departure.Held held ? held.until() : null,
                    departure instanceof Departure.DeadLettered(String code, String message)
                            ? new Problem(code, message)
                            : null,
                    read instanceof EnrichedDocument.Read(var _, var _, var _, var warnings) ? warnings : List.of());
        }
    }

    /// An article, with what its fields were taken from where that was asked for.
    record Shown(@JsonUnwrapped Article article, Map<String, String> evidence) {}

    static ResultLine of(String input, List<Item> items, List<Shown> articles) {
        Outcome outcome = items.stream().anyMatch(item -> item.outcome() == Outcome.PUBLISHED)
                ? Outcome.PUBLISHED
                : items.getFirst().outcome();
        Problem error = null;
        for (Item item : items) {
            error = error == null ? item.error() : error;
        }
        return new ResultLine(input, outcome, error, items, articles);
    }

    /// An input of which nothing gets as far as an item.
    static ResultLine refused(String input, String code, String message) {
        return new ResultLine(input, Outcome.DEAD_LETTERED, new Problem(code, message), List.of(), List.of());
    }
}
