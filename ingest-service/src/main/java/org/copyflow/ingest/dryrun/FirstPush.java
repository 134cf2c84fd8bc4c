package org.copyflow.ingest.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.decision.Departure;
import org.copyflow.enrichment.pipeline.EnrichedDocument;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.jspecify.annotations.Nullable;

/// What articles would come to that are pushed for the first time: enrichment's own [CopyDesk] decides, knowing no
/// earlier version. Nothing is published. Thread-safe.
public final class FirstPush {

    private final CopyDesk desk;
    private final boolean explain;

    /// @param explain whether each article also shows what its fields were taken from
    public FirstPush(CopyDesk desk, boolean explain) {
        this.desk = desk;
        this.explain = explain;
    }

    /// What a push comes to.
    ///
    /// @param outcome that of its items; where they differ, `published` if one of them is, else that of the first
    /// @param error the first one of its items
    /// @param items what the push holds: one, or one an entry of a feed
    /// @param articles of all its items; those of a withheld or canceled item are none
    public record Result(
            Outcome outcome,
            @Nullable Failure error,
            List<Item> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Shown> articles) {

        public Result {
            items = List.copyOf(items);
            articles = List.copyOf(articles);
        }
    }

    /// Why it would be a dead letter.
    public record Failure(String code, String message) {}

    /// An item, as the first push of it would leave enrichment.
    ///
    /// @param id the document's, by which a running pipeline knows it
    /// @param until when the hold of a held item ends; absent where only a newer version ends it
    public record Item(
            String id,
            String uri,
            @Nullable Long version,
            ArticleStatus status,
            Outcome outcome,
            @Nullable Instant until,
            @Nullable Failure error,
            List<Warning> warnings) {

        public Item {
            warnings = List.copyOf(warnings);
        }

        static Item of(RawArticle raw, Departure departure, List<Warning> warnings) {
            return new Item(
                    raw.documentId(),
                    raw.uri(),
                    raw.version(),
                    raw.status(),
                    departure.outcome(),
                    departure instanceof Departure.Held held ? held.until() : null,
                    departure instanceof Departure.DeadLettered(String code, String message)
                            ? new Failure(code, message)
                            : null,
                    warnings);
        }
    }

    /// An article, with what its fields were taken from where that was asked for.
    public record Shown(@JsonUnwrapped Article article, Map<String, String> evidence) {}

    /// @param raws at least one
    /// @param language BCP 47, where the caller knows it
    public Result of(List<RawArticle> raws, @Nullable String language) {
        var items = new ArrayList<Item>(raws.size());
        var articles = new ArrayList<Shown>(raws.size());
        for (RawArticle raw : raws) {
            EnrichedDocument read = desk.read(raw, language);
            Departure departure = desk.decide(raw, read, null);
            List<Shown> shown = shown(departure, read);
            items.add(Item.of(raw, departure, warnings(raw, read, shown)));
            articles.addAll(shown);
        }
        return new Result(outcome(items), error(items), items, articles);
    }

    private static List<Warning> warnings(RawArticle raw, EnrichedDocument document, List<Shown> shown) {
        var warnings = new ArrayList<Warning>();
        if (document instanceof EnrichedDocument.Read(var _, var _, var _, List<String> ofReader)) {
            ofReader.forEach(sentence -> warnings.add(new Warning(Warning.FORMAT, sentence)));
        }
        warnings.addAll(Warning.of(raw, shown.stream().map(Shown::article).toList()));
        return warnings;
    }

    private static Outcome outcome(List<Item> items) {
        return items.stream().anyMatch(item -> item.outcome() == Outcome.PUBLISHED)
                ? Outcome.PUBLISHED
                : items.getFirst().outcome();
    }

    private static @Nullable Failure error(List<Item> items) {
        for (Item item : items) {
            if (item.error() != null) {
                return item.error();
            }
        }
        return null;
    }

    /// The articles that go out, now or when their hold ends.
    private List<Shown> shown(Departure departure, EnrichedDocument document) {
        int parts = switch (departure) {
            case Departure.Published published -> published.articles().size();
            case Departure.Held held -> held.articles().size();
            case Departure.Duplicate _, Departure.Stale _, Departure.Withdrawn _, Departure.DeadLettered _ -> 0;
        };
        var shown = new ArrayList<Shown>(parts);
        if (document instanceof EnrichedDocument.Read(var _, List<Article> articles, var evidence, var _)) {
            for (int i = 0; i < parts; i++) {
                shown.add(new Shown(articles.get(i), explain ? evidence.get(i) : Map.of()));
            }
        }
        return shown;
    }
}
