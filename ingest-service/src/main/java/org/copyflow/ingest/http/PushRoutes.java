package org.copyflow.ingest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.copyflow.ingest.access.Gate;
import org.copyflow.ingest.access.Pass;
import org.copyflow.ingest.dryrun.DryRuns;
import org.copyflow.ingest.http.Publishing.Load;
import org.copyflow.ingest.once.IdempotencyKey;
import org.copyflow.ingest.once.KeptAnswer;
import org.copyflow.ingest.once.Once;
import org.copyflow.ingest.once.Turn;
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

    private static final int UNAUTHORIZED = 401;

    private final Gate gate;
    private final Intake intake;
    private final Batches batches;
    private final Once once;
    private final DryRuns dryRuns;
    private final Limits limits;
    private final InFlight inFlight;
    private final PushLog log;
    private final Publishing publishing;

    /// What pushes may take up.
    ///
    /// @param maxBodyBytes a body of one article, inflated
    /// @param maxBatchBodyBytes a body of several, inflated
    /// @param maxItems how many articles a body may carry
    /// @param maxPushes how many pushes may be under way
    /// @param maxBytes how many bytes their bodies, and the items that they are taken apart into, may hold together
    /// @param slowBodyPatience how long a body may come too slowly, in all
    /// @param publishTimeout how long Kafka may take to acknowledge
    public record Limits(
            int maxBodyBytes,
            int maxBatchBodyBytes,
            int maxItems,
            int maxPushes,
            long maxBytes,
            Duration slowBodyPatience,
            Duration publishTimeout) {}

    /// What pushes pass through.
    ///
    /// @param gate says who may
    /// @param once carries out those with a key once
    /// @param dryRuns answers those that are not to be published
    public record Stations(Gate gate, Intake intake, Once once, RawArticlePublisher publisher, DryRuns dryRuns) {}

    public PushRoutes(Stations stations, Limits limits, Metrics metrics) {
        this.gate = stations.gate();
        this.intake = stations.intake();
        this.batches = new Batches(intake, limits.maxItems(), limits.maxBodyBytes());
        this.once = stations.once();
        this.dryRuns = stations.dryRuns();
        this.limits = limits;
        this.inFlight = new InFlight(limits.maxPushes(), limits.maxBytes());
        this.log = new PushLog(metrics.registry(), inFlight);
        this.publishing = new Publishing(stations.publisher(), limits.publishTimeout(), log);
    }

    public void addTo(RoutesConfig routes) {
        var one = new Kind(_ -> Map.of(), limits.maxBodyBytes(), true, this::takeOne);
        var several = new Kind(_ -> Map.of(), limits.maxBatchBodyBytes(), false, this::takeBatch);
        var named = new Kind(ItemPath::of, limits.maxBodyBytes(), true, this::takeOne);
        var kill = new Kind(ItemPath::of, 0, false, (push, _) -> kill(push));
        routes.post("/v1/articles", ctx -> handle(ctx, one));
        routes.post("/v1/articles:batch", ctx -> handle(ctx, several));
        routes.put(ItemPath.ROUTE, ctx -> handle(ctx, named));
        routes.delete(ItemPath.ROUTE, ctx -> handle(ctx, kill));
    }

    /// What can be asked for.
    ///
    /// @param byPath what the path says of the push
    /// @param maxBodyBytes 0 where it takes no body
    /// @param mayBeDry whether there is a dry run of it
    private record Kind(
            Function<Context, Map<PushParameter, String>> byPath,
            int maxBodyBytes,
            boolean mayBeDry,
            BiFunction<Push, byte[], Load> reader) {

        boolean hasBody() {
            return maxBodyBytes > 0;
        }
    }

    /// One request to push, admitted.
    private record Push(Context ctx, Pass pass, RequestParameters parameters) {

        PushParameters said() {
            return parameters.said();
        }

        /// As it came: the servlet's own getter fails on a charset that Java does not know.
        @Nullable
        String contentType() {
            return ctx.header("Content-Type");
        }
    }

    private void handle(Context ctx, Kind kind) {
        String source = "unknown";
        Pass pass = null;
        try (InFlight.Room room = inFlight.enter()) {
            var asked = RequestParameters.of(ctx, kind.byPath().apply(ctx));
            pass = admit(ctx, gate, asked.given().get(PushParameter.SOURCE));
            var push = new Push(ctx, pass, asked.of(pass.source()));
            source = push.said().source();
            pass.requireQuota();
            answer(push, kind, room).send(ctx);
        } catch (ProblemException e) {
            log.refused(caller(ctx, source), e);
            tellScheme(ctx, e);
            RequestBody.discardSome(ctx.req());
            throw e;
        } finally {
            tellRate(ctx, pass);
        }
    }

    private Reply answer(Push push, Kind kind, InFlight.Room room) {
        boolean dry = push.parameters().dryRun();
        if (dry && !kind.mayBeDry()) {
            throw Refusal.BAD_PARAMETER.because(
                    "There is a dry run of a POST to /v1/articles and of a PUT, of nothing else.");
        }
        Context ctx = push.ctx();
        byte[] body = kind.hasBody()
                ? new RequestBody(ctx.req(), kind.maxBodyBytes(), limits.slowBodyPatience(), room).read()
                : noBody(ctx);
        push.pass().takeBytes(body.length);
        String signedId = push.pass().verify(signed(ctx), body.length == 0 ? target(ctx) : body);
        Load load = kind.reader().apply(push, body);
        room.take(load.bytesBeside(body));
        push.pass().takeItems(load.items().size());
        if (dry) {
            return Reply.ofDryRun(dryRuns.of(load.articles()));
        }
        IdempotencyKey key = key(push, signedId, body);
        return key == null ? publish(push, load) : publishOnce(push, load, key);
    }

    private Reply publishOnce(Push push, Load load, IdempotencyKey key) {
        return switch (once.begin(key)) {
            case Turn.Replayed(KeptAnswer answer) -> Reply.replayed(answer);
            case Turn.Mine mine -> {
                Reply reply = null;
                try {
                    reply = publish(push, load);
                } finally {
                    if (reply == null || !reply.settled()) {
                        once.released(mine);
                    }
                }
                if (reply.settled()) {
                    once.answered(mine, reply.kept());
                }
                yield reply;
            }
        };
    }

    private Reply publish(Push push, Load load) {
        Context ctx = push.ctx();
        return publishing.publish(load, caller(ctx, push.pass().source()), TraceParent.of(ctx.header("traceparent")));
    }

    /// The id of a signed message, which its sender keeps when it sends it again; else the key that the caller
    /// gives. A signature covers neither path nor parameters: only its id, claimed with the first push, keeps
    /// somebody else from using it for another.
    private static @Nullable IdempotencyKey key(Push push, @Nullable String signedId, byte[] body) {
        Context ctx = push.ctx();
        String named = IdempotencyKey.parse(ctx.header("Idempotency-Key"));
        if (named != null && signedId != null) {
            throw Refusal.BAD_PARAMETER.because(
                    "The webhook-id of a signed push is its idempotency key. Leave the Idempotency-Key out.");
        }
        String key = signedId == null ? named : "webhook-id:" + signedId;
        if (key == null) {
            return null;
        }
        var request = List.of(
                ctx.req().getMethod(),
                ctx.req().getRequestURI(),
                push.parameters().given().toString(),
                String.valueOf(push.contentType()));
        return IdempotencyKey.of(push.pass().source(), key, request, body);
    }

    private Load takeOne(Push push, byte[] body) {
        List<BatchItem> items = intake.take(body, push.contentType(), push.said());
        return new Load(items, items.size() == 1);
    }

    private Load takeBatch(Push push, byte[] body) {
        return new Load(batches.take(body, push.contentType(), push.parameters().given()), false);
    }

    private Load kill(Push push) {
        PushParameters said = push.said();
        if (said.status() != null || said.embargo() != null || said.url() != null) {
            throw Refusal.BAD_PARAMETER.because(
                    "A DELETE takes no status, embargo or url. Of a version and a versionCreated it kills what is not"
                            + " newer; without them, all that was made until now.");
        }
        return new Load(List.of(new BatchItem.Taken(intake.kill(said))), true);
    }

    /// @param source that the request names
    /// @throws ProblemException where the gate does not let it in
    static Pass admit(Context ctx, Gate gate, @Nullable String source) {
        try {
            return gate.admit(new Gate.Presented(ctx.header("Authorization"), source, ctx.header("Origin")));
        } catch (ProblemException e) {
            tellScheme(ctx, e);
            throw e;
        }
    }

    private static void tellScheme(Context ctx, ProblemException e) {
        if (e.problem().status() == UNAUTHORIZED) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"copyflow\"");
        }
    }

    private static Pass.Signed signed(Context ctx) {
        return new Pass.Signed(
                ctx.header("webhook-id"), ctx.header("webhook-timestamp"), ctx.header("webhook-signature"));
    }

    /// A body would be signed in the place of what is asked for.
    private static byte[] noBody(Context ctx) {
        boolean hasBody = ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
        if (hasBody) {
            throw Refusal.BAD_PARAMETER.because("A " + ctx.req().getMethod() + " takes no body. Send it without one.");
        }
        return new byte[0];
    }

    /// What stands for a body in the signature of a request without one.
    private static byte[] target(Context ctx) {
        String query = ctx.queryString();
        String target = ctx.req().getMethod() + " " + ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
        return target.getBytes(StandardCharsets.UTF_8);
    }

    private static void tellRate(Context ctx, @Nullable Pass pass) {
        if (pass != null && !pass.ratePolicy().isEmpty()) {
            ctx.header("RateLimit-Policy", pass.ratePolicy()).header("RateLimit", pass.rateRemaining());
        }
    }

    private static PushLog.Caller caller(Context ctx, String source) {
        return new PushLog.Caller(source, ctx.ip(), ctx.req().getContentLengthLong());
    }
}
