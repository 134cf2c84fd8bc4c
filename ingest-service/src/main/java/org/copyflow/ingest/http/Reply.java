package org.copyflow.ingest.http;

import io.javalin.http.Context;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.once.KeptAnswer;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.kit.server.HttpServer;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// How a push is answered that was not refused as a whole before anything of it was published.
///
/// @param body what is sent as JSON
/// @param replayed whether it was sent before, for the same key
/// @param location where to ask what became of it
/// @param reason why none of its items was accepted, where that is so
/// @param settled whether the same push again would come to the same: not where Kafka took only some of it
record Reply(
        int status,
        Object body,
        @Nullable String location,
        @Nullable ProblemException reason,
        boolean settled,
        boolean replayed) {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int MULTI_STATUS = 207;

    static Reply ofDryRun(Object result) {
        return new Reply(OK, result, null, null, true, false);
    }

    static Reply accepted(RawArticle article, Receipt receipt) {
        PushAnswer.Accepted answer = PushAnswer.accepted(article, receipt);
        return new Reply(ACCEPTED, answer, answer.receipt(), null, true, false);
    }

    static Reply items(List<PushAnswer.Item> items, boolean settled) {
        return new Reply(MULTI_STATUS, items, null, null, settled, false);
    }

    static Reply noneAccepted(ProblemException reason, List<PushAnswer.Item> items) {
        return new Reply(reason.problem().status(), items, null, reason, false, false);
    }

    static Reply replayed(KeptAnswer answer) {
        Object body = EventJson.mapper().readTree(answer.json());
        return new Reply(answer.status(), body, answer.location(), null, true, true);
    }

    /// This, to be answered again.
    KeptAnswer kept() {
        return new KeptAnswer(status, EventJson.mapper().writeValueAsString(body), location);
    }

    void send(Context ctx) {
        if (reason != null) {
            HttpServer.refuse(ctx, reason, problem -> new PushAnswer.NoneAccepted(problem, body));
            return;
        }
        if (location != null) {
            ctx.header("Location", location);
        }
        if (replayed) {
            ctx.header("Idempotency-Replayed", "true");
        }
        ctx.status(status).json(body);
    }
}
