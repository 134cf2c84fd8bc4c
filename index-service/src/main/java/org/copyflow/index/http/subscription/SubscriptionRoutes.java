package org.copyflow.index.http.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.copyflow.index.access.Admission;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.http.Problems;
import org.copyflow.index.http.Routes;
import org.copyflow.index.webhooks.WebhookRefusedException;
import org.copyflow.index.webhooks.Webhooks;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;

/// Webhooks: made, listed, stopped, tried out.
public final class SubscriptionRoutes {

    private final Webhooks webhooks;
    private final Predicate<String> isSaved;

    /// @param isSaved whether there is a saved query of this id
    public SubscriptionRoutes(Webhooks webhooks, Predicate<String> isSaved) {
        this.webhooks = webhooks;
        this.isSaved = isSaved;
    }

    public void addTo(Routes routes) {
        routes.post("/v1/subscriptions", answered(this::create));
        routes.get("/v1/subscriptions", answered(this::list));
        routes.get("/v1/subscriptions/{id}", answered(ctx -> ctx.json(WebhookAnswer.of(webhooks.get(id(ctx))))));
        routes.delete("/v1/subscriptions/{id}", answered(this::delete));
        routes.post(
                "/v1/subscriptions/{id}/pause", answered(ctx -> ctx.json(WebhookAnswer.of(webhooks.pause(id(ctx))))));
        routes.post(
                "/v1/subscriptions/{id}/resume", answered(ctx -> ctx.json(WebhookAnswer.of(webhooks.resume(id(ctx))))));
        routes.post(
                "/v1/subscriptions/{id}/rotate-secret",
                answered(ctx -> ctx.json(WebhookAnswer.withSecret(webhooks.rotate(id(ctx))))));
        routes.post("/v1/subscriptions/{id}/replay", answered(this::replay));
        routes.post("/v1/subscriptions/{id}/test", answered(ctx -> ctx.json(webhooks.test(id(ctx)))));
    }

    private record Listed(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<WebhookAnswer> subscriptions) {}

    /// `url`, `filter` (nothing: everything), and `after` or `since` where it shall not begin now.
    private void create(Context ctx) {
        var body = SubscriptionBody.of(ctx, List.of("url", "filter", "after", "since"));
        Admission.narrowed(ctx, body.readFilter(isSaved));
        Webhooks.Known made =
                webhooks.create(Admission.readerOf(ctx), body.url(), body.filter(), body.after(), body.since());
        ctx.status(201)
                .header("Location", "/v1/subscriptions/" + made.subscription().id())
                .json(WebhookAnswer.withSecret(made));
    }

    private void list(Context ctx) {
        ctx.json(new Listed(webhooks.all().stream()
                .filter(known -> isShownTo(ctx, known))
                .map(WebhookAnswer::of)
                .toList()));
    }

    private void delete(Context ctx) {
        webhooks.delete(id(ctx));
        ctx.status(204);
    }

    private void replay(Context ctx) {
        var body = SubscriptionBody.of(ctx, List.of("after", "since"));
        Cursor after = body.after();
        Instant since = body.since();
        if (after == null && since == null) {
            throw SubscriptionBody.bad("Say from where: after, a cursor, or since, a time.");
        }
        ctx.json(WebhookAnswer.of(webhooks.replay(id(ctx), after, since)));
    }

    /// The id of one that the reader may see.
    private String id(Context ctx) {
        String id = ctx.pathParam("id");
        if (!isShownTo(ctx, webhooks.get(id))) {
            throw noSubscription("There is no subscription '%s'.".formatted(id));
        }
        return id;
    }

    /// A reader's own, and those from when readers had no keys. Where they have none now, all.
    private static boolean isShownTo(Context ctx, Webhooks.Known known) {
        String asks = Admission.readerOf(ctx);
        String owner = known.subscription().reader();
        return asks == null || owner == null || owner.equals(asks);
    }

    private static Handler answered(Handler handler) {
        return ctx -> {
            try {
                handler.handle(ctx);
            } catch (WebhookRefusedException e) {
                throw refused(e);
            } catch (KafkaException e) {
                throw new ProblemException(
                        Problem.of(
                                503,
                                "kafka-unavailable",
                                "Kafka does not answer",
                                "It is not known whether this was done: look, then ask again. " + e.getMessage()),
                        Problems.SOON,
                        e);
            }
        };
    }

    private static ProblemException noSubscription(String detail) {
        return new ProblemException(Problem.of(404, "subscription-not-found", "No such subscription", detail));
    }

    private static ProblemException refused(WebhookRefusedException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e.reason()) {
            case UNKNOWN -> noSubscription(detail);
            case BAD_URL, UNKNOWN_CURSOR -> SubscriptionBody.bad(detail);
            case NOT_PUBLIC ->
                new ProblemException(Problem.of(422, "url-not-public", "The address is not a public one", detail));
            case TOO_MANY ->
                new ProblemException(
                        Problem.of(409, "too-many-subscriptions", "There are too many subscriptions", detail));
            case STARTING ->
                new ProblemException(
                        Problem.of(503, "restoring", "The index cannot answer now", detail), Problems.SOON, e);
        };
    }
}
