package org.copyflow.dryrun;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.copyflow.dryrun.ResultLine.Item;
import org.copyflow.dryrun.ResultLine.Shown;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.decision.Departure;
import org.copyflow.enrichment.pipeline.EnrichedDocument;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.ingest.push.Intake;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.input.InOrder;
import org.copyflow.input.Input;
import org.copyflow.kit.server.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What ingest and enrichment would make of inputs that are pushed for the first time, without Kafka and without
/// publishing: ingest's own [Intake] names the items, enrichment's own [CopyDesk] decides how they leave.
public final class DryRun {

    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);
    private static final String SOURCE = "local";

    private final Intake intake;
    private final CopyDesk desk;
    private final boolean explain;

    /// One input's result.
    ///
    /// @param json `{"input", "outcome", "error"?, "items"?, "articles"}` on one line
    /// @param readable whether nothing of it was dead-lettered
    public record Result(String json, boolean readable) {}

    /// @param explain whether each article also shows what its fields were taken from
    public DryRun(Intake intake, CopyDesk desk, boolean explain) {
        this.intake = intake;
        this.desk = desk;
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
        return new Result(EventJson.mapper().writeValueAsString(line), line.error() == null);
    }

    private ResultLine line(Input input) {
        try {
            return firstPush(input.name(), input.load());
        } catch (ProblemException e) {
            return ResultLine.refused(
                    input.name(), e.problem().code(), String.valueOf(e.problem().detail()));
        } catch (UnreadableDocumentException e) {
            return ResultLine.refused(input.name(), e.code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            // a defect of ours: shown with its trace, but the other inputs still count
            LOG.atError().addKeyValue("input", input.name()).setCause(e).log("enrichment failed");
            return ResultLine.refused(
                    input.name(), "internal-error", "Enrichment of " + input.name() + " failed: " + e);
        }
    }

    private ResultLine firstPush(String name, PushedDocument document) {
        var said = new PushParameters(SOURCE, null, document.url(), null, null, null, null);
        var items = new ArrayList<Item>();
        var articles = new ArrayList<Shown>();
        for (RawArticle raw :
                intake.take(document.content(), document.mediaType().toString(), said)) {
            EnrichedDocument read = desk.read(raw, document.language());
            Departure departure = desk.decide(raw, read, null);
            items.add(Item.of(raw, departure, read));
            articles.addAll(shown(departure, read));
        }
        return ResultLine.of(name, items, articles);
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
