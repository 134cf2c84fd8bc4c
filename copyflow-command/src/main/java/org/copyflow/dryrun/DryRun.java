package org.copyflow.dryrun;

import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.copyflow.events.EventJson;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.ingest.dryrun.FirstPush;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.ingest.push.Intake;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.input.InOrder;
import org.copyflow.input.Input;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What ingest and enrichment would make of inputs that are pushed for the first time, without Kafka and without
/// publishing: ingest's own [Intake] names the items, [FirstPush] says how they leave.
public final class DryRun {

    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);
    private static final String SOURCE = "local";

    private final Intake intake;
    private final FirstPush firstPush;
    private final @Nullable Explainer explainer;

    /// One input's result.
    ///
    /// @param text `{"input", "outcome", "error"?, "items"?, "articles"}` on one line, or as people read it
    /// @param readable whether nothing of it was dead-lettered
    public record Result(String text, boolean readable) {}

    /// @param explainer tells how articles were found; null where nobody asks
    public DryRun(Intake intake, FirstPush firstPush, @Nullable Explainer explainer) {
        this.intake = intake;
        this.firstPush = firstPush;
        this.explainer = explainer;
    }

    /// Enriches all inputs on all cores.
    ///
    /// @param next takes the results, in the order of the inputs, and says whether to go on
    public void run(Iterator<Input> inputs, Predicate<Result> next) throws InterruptedException {
        InOrder.map(inputs, Runtime.getRuntime().availableProcessors(), this::enrich, next);
    }

    Result enrich(Input input) {
        ResultLine line = line(input);
        String text = explainer == null ? EventJson.mapper().writeValueAsString(line) : explainer.text(line);
        return new Result(text, line.result().error() == null);
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
        List<RawArticle> articles = intake
                .take(document.content(), document.mediaType().toString(), said)
                .stream()
                .map(BatchItem::article)
                .toList();
        List<Explanation> explained = explainer == null ? List.of() : explainer.explain(articles, document.language());
        return ResultLine.of(name, firstPush.of(articles, document.language()), explained);
    }
}
