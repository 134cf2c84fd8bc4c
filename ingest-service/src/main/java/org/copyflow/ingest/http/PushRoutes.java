package org.copyflow.ingest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.dryrun.DryRuns;
import org.copyflow.ingest.publish.Publication;
import org.copyflow.ingest.publish.Publication.Published;
import org.copyflow.ingest.publish.RawArticlePublisher;
import org.copyflow.ingest.publish.TraceParent;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.ingest.push.Batches;
import org.copyflow.ingest.push.Intake;
import org.copyflow.ingest.push.PushParameter;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// `POST /v1/articles` takes one body, `POST /v1/articles:batch` several articles in one;
/// `PUT /v1/articles/{source}/{uri…}` takes the article of that name, and `DELETE` of it kills it. An article is
/// answered as accepted only after Kafka has acknowledged it. Thread-safe.
public final class PushRoutes {

    private final Intake intake;
    private final Batches batches;
    private final RawArticlePublisher publisher;
    private final DryRuns dryRuns;
    private final Limits limits;
    private final InFlight inFlight;
    private final PushLog log;

    /// What pushes may take up.
    ///
    /// @param maxBodyBytes a body of one article, inflated
    /// @param maxBatchBodyBytes a body of several, inflated
    /// @param maxItems how many articles a body may carry
    /// @param maxPushes how many pushes may be under way
    /// @param maxBytes how many bytes their bodies may hold together
    /// @param publishTimeout how long Kafka may take to acknowledge
    public record Limits(
            int maxBodyBytes,
            int maxBatchBodyBytes,
            int maxItems,
            int maxPushes,
            long maxBytes,
            Duration publishTimeout) {}

    /// What pushes pass through.
    ///
    /// @param dryRuns answers those that are not to be published
    public record Stations(Intake intake, RawArticlePublisher publisher, DryRuns dryRuns) {}

    public PushRoutes(Stations stations, Limits limits, Metrics metrics) {
        this.intake = stations.intake();
        this.batches = new Batches(intake, limits.maxItems(), limits.maxBodyBytes());
        this.publisher = stations.publisher();
        this.dryRuns = stations.dryRuns();
        this.limits = limits;
        this.inFlight = new InFlight(limits.maxPushes(), limits.maxBytes());
        this.log = new PushLog(metrics.registry(), inFlight);
    }

    public void addTo(RoutesConfig routes) {
        var one = new Kind(_ -> Map.of(), limits.maxBodyBytes(), true, this::takeOne);
        var several = new Kind(_ -> Map.of(), limits.maxBatchBodyBytes(), false, this::takeBatch);
        var named = new Kind(ItemPath::of, limits.maxBodyBytes(), true, this::takeOne);
        var kill = new Kind(ItemPath::of, limits.maxBodyBytes(), false, (push, _) -> kill(push));
        routes.post("/v1/articles", ctx -> handle(ctx, one));
        routes.post("/v1/articles:batch", ctx -> handle(ctx, several));
        routes.put(ItemPath.ROUTE, ctx -> handle(ctx, named));
        routes.delete(ItemPath.ROUTE, ctx -> handle(ctx, kill));
    }

    /// What can be asked for.
    ///
    /// @param byPath what the path says of the push
    /// @param mayBeDry whether there is a dry run of it
    private record Kind(
            Function<Context, Map<PushParameter, String>> byPath,
            int maxBodyBytes,
            boolean mayBeDry,
            Handler handler) {}

    /// One request to push, past its headers.
    private record Push(Context ctx, PushLog.Caller caller, RequestParameters parameters) {

        /// As it came: the servlet's own getter fails on a charset that Java does not know.
        @Nullable
        String contentType() {
            return ctx.header("Content-Type");
        }
    }

    @FunctionalInterface
    private interface Handler {
        Reply handle(Push push, byte[] body);
    }

    private void handle(Context ctx, Kind kind) {
        String source = "unknown";
        try (InFlight.Room room = inFlight.enter()) {
            var parameters = RequestParameters.of(ctx, kind.byPath().apply(ctx));
            source = parameters.said().source();
            if (parameters.dryRun() && !kind.mayBeDry()) {
                throw Refusal.BAD_PARAMETER.because(
                        "There is a dry run of a POST to /v1/articles and of a PUT, of nothing else.");
            }
            byte[] body = new RequestBody(ctx.req(), kind.maxBodyBytes(), room).read();
            kind.handler()
                    .handle(new Push(ctx, caller(ctx, source), parameters), body)
                    .send(ctx);
        } catch (ProblemException e) {
            log.refused(caller(ctx, source), e);
            RequestBody.discardSome(ctx.req());
            throw e;
        }
    }

    private Reply takeOne(Push push, byte[] body) {
        List<RawArticle> articles =
                intake.take(body, push.contentType(), push.parameters().said());
        if (push.parameters().dryRun()) {
            return Reply.ofDryRun(dryRuns.of(articles));
        }
        return articles.size() > 1
                ? publishEach(push, BatchItem.taken(articles))
                : publishOne(push, articles.getFirst());
    }

    private Reply takeBatch(Push push, byte[] body) {
        return publishEach(
                push, batches.take(body, push.contentType(), push.parameters().given()));
    }

    private Reply kill(Push push) {
        PushParameters said = push.parameters().said();
        if (said.status() != null || said.embargo() != null || said.url() != null) {
            throw Refusal.BAD_PARAMETER.because(
                    "A DELETE takes no status, embargo or url. Of a version and a versionCreated it kills what is not"
                            + " newer; without them, all that was made until now.");
        }
        return publishOne(push, intake.kill(said));
    }

    private Reply publishOne(Push push, RawArticle article) {
        Publication publication = publication(push);
        Published published = publication.acknowledged(publication.publish(article));
        log.accepted(published.article(), published.receipt());
        return Reply.accepted(published.article(), published.receipt());
    }

    /// Publishes all, then waits for each; every item has an answer of its own. Where none was accepted and Kafka is
    /// why for at least one, the answer as a whole asks to try again, and tells of the items besides.
    private Reply publishEach(Push push, List<BatchItem> items) {
        Publication publication = publication(push);
        List<CompletableFuture<Published>> published =
                items.stream().map(publication::publish).toList();
        var answers = new ArrayList<PushAnswer.Item>(items.size());
        boolean anyAccepted = false;
        ProblemException unavailable = null;
        for (CompletableFuture<Published> item : published) {
            try {
                Published done = publication.acknowledged(item);
                log.accepted(done.article(), done.receipt());
                answers.add(PushAnswer.accepted(answers.size(), done.article(), done.receipt()));
                anyAccepted = true;
            } catch (ProblemException e) {
                unavailable = isKafkaUnavailable(e) ? e : unavailable;
                log.refused(push.caller(), e);
                answers.add(PushAnswer.refused(answers.size(), e.problem()));
            }
        }
        return anyAccepted || unavailable == null ? Reply.items(answers) : Reply.noneAccepted(unavailable, answers);
    }

    private Publication publication(Push push) {
        return new Publication(publisher, TraceParent.of(push.ctx().header("traceparent")), limits.publishTimeout());
    }

    private static boolean isKafkaUnavailable(ProblemException e) {
        return e.problem().code().equals(Refusal.KAFKA_UNAVAILABLE.code());
    }

    private static PushLog.Caller caller(Context ctx, String source) {
        return new PushLog.Caller(source, ctx.ip(), ctx.req().getContentLengthLong());
    }
}
