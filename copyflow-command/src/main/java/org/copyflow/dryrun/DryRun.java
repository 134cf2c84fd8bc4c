package org.copyflow.dryrun;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.copyflow.dryrun.ResultLine.Problem;
import org.copyflow.dryrun.ResultLine.Shown;
import org.copyflow.enrich.pipeline.EnrichedDocument;
import org.copyflow.enrich.pipeline.Enricher;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.input.InOrder;
import org.copyflow.input.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The same enrichment as the service's, without Kafka and without publishing.
public final class DryRun {

    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);
    private static final String SOURCE = "local";

    private final Enricher enricher;
    private final Clock clock;
    private final boolean explain;

    /// One input's result.
    ///
    /// @param json `{"input", "outcome", "error"?, "articles"}` on one line
    /// @param readable whether it was published rather than dead-lettered
    public record Result(String json, boolean readable) {}

    /// @param explain whether each article also shows what its fields were taken from
    public DryRun(Enricher enricher, Clock clock, boolean explain) {
        this.enricher = enricher;
        this.clock = clock;
        this.explain = explain;
    }

    /// Enriches all inputs on all cores.
    ///
    /// @param next takes the results, in the order of the inputs, and says whether to go on
    public void run(Iterator<Input> inputs, Predicate<Result> next) throws InterruptedException {
        InOrder.map(inputs, Runtime.getRuntime().availableProcessors(), this::enrich, next);
    }

    Result enrich(Input input) {
        ResultLine line = line(input);
        return new Result(EventJson.mapper().writeValueAsString(line), line.outcome() == Outcome.PUBLISHED);
    }

    private ResultLine line(Input input) {
        try {
            PushedDocument document = input.load();
            return switch (enricher.enrich(raw(input.name(), document), document.language())) {
                case EnrichedDocument.Read read -> new ResultLine(input.name(), Outcome.PUBLISHED, null, shown(read));
                case EnrichedDocument.Unreadable(var code, var message) -> failed(input, code, message);
            };
        } catch (UnreadableDocumentException e) {
            return failed(input, e.code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            // a defect of ours: shown with its trace, but the other inputs still count
            LOG.atError().addKeyValue("input", input.name()).setCause(e).log("enrichment failed");
            return failed(input, "internal-error", "Enrichment of " + input.name() + " failed: " + e);
        }
    }

    private static ResultLine failed(Input input, String code, String message) {
        return new ResultLine(input.name(), Outcome.DEAD_LETTERED, new Problem(code, message), List.of());
    }

    private List<Shown> shown(EnrichedDocument.Read read) {
        var shown = new ArrayList<Shown>(read.articles().size());
        for (int i = 0; i < read.articles().size(); i++) {
            shown.add(
                    new Shown(read.articles().get(i), explain ? read.evidence().get(i) : Map.of()));
        }
        return shown;
    }

    private RawArticle raw(String name, PushedDocument document) {
        return new RawArticle(
                UUID.randomUUID().toString(),
                SOURCE,
                name,
                document.mediaType().toString(),
                document.url(),
                null,
                null,
                ArticleStatus.USABLE,
                null,
                clock.instant(),
                document.content());
    }
}
