package org.copyflow.ingest.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.ItemOutcome;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// What became of a file: written beside it, as JSON, for whoever dropped it.
///
/// @param file its name as it was dropped
/// @param at when it was dealt with
/// @param accepted how many of its items are safe on Kafka
/// @param refused how many are not
/// @param code why nothing of it could be taken; absent where there are items
/// @param detail what was wrong, where, and what to do; goes with `code`
/// @param items what became of each, in the order of the file
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FileReport(
        String file,
        String source,
        Instant at,
        int accepted,
        int refused,
        @Nullable String code,
        @Nullable String detail,
        List<Item> items) {

    private static final String RECEIPTS = "/v1/receipts/";

    /// One item of the file.
    ///
    /// @param index its place in the file, from 0
    /// @param receipt where to ask ingest what became of it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            int index,
            String status,
            @Nullable String id,
            @Nullable String uri,
            @Nullable String receipt,
            @Nullable String code,
            @Nullable String detail) {}

    static FileReport of(String file, String source, Instant at, List<ItemOutcome> outcomes) {
        var items = new ArrayList<Item>(outcomes.size());
        int accepted = 0;
        for (ItemOutcome outcome : outcomes) {
            switch (outcome) {
                case ItemOutcome.Accepted(RawArticle article, Receipt receipt) -> {
                    accepted++;
                    items.add(new Item(
                            items.size(),
                            "accepted",
                            article.documentId(),
                            article.uri(),
                            RECEIPTS + receipt,
                            null,
                            null));
                }
                case ItemOutcome.Refused(ProblemException reason) ->
                    items.add(new Item(
                            items.size(),
                            "refused",
                            null,
                            null,
                            null,
                            reason.problem().code(),
                            reason.problem().detail()));
            }
        }
        return new FileReport(file, source, at, accepted, items.size() - accepted, null, null, items);
    }

    static FileReport refused(String file, String source, Instant at, ProblemException reason) {
        return new FileReport(
                file,
                source,
                at,
                0,
                1,
                reason.problem().code(),
                reason.problem().detail(),
                List.of());
    }

    /// Whether all of it was taken: only then the file is done with.
    boolean done() {
        return refused == 0;
    }
}
