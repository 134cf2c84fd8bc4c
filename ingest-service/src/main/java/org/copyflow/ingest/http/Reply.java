package org.copyflow.ingest.http;

import io.javalin.http.Context;
import java.util.List;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.kit.server.HttpServer;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// How a push is answered that was not refused as a whole before anything of it was published.
///
/// @param body what is sent as JSON
/// @param location where to ask what became of it
/// @param reason why none of its items was accepted, where that is so
record Reply(
        int status,
        Object body,
        @Nullable String location,
        @Nullable ProblemException reason) {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int MULTI_STATUS = 207;

    static Reply ofDryRun(Object result) {
        return new Reply(OK, result, null, null);
    }

    static Reply accepted(RawArticle article, Receipt receipt) {
        PushAnswer.Accepted answer = PushAnswer.accepted(article, receipt);
        return new Reply(ACCEPTED, answer, answer.receipt(), null);
    }

    static Reply items(List<PushAnswer.Item> items) {
        return new Reply(MULTI_STATUS, items, null, null);
    }

    static Reply noneAccepted(ProblemException reason, List<PushAnswer.Item> items) {
        return new Reply(reason.problem().status(), items, null, reason);
    }

    void send(Context ctx) {
        if (reason != null) {
            HttpServer.refuse(ctx, reason, problem -> new PushAnswer.NoneAccepted(problem, body));
            return;
        }
        if (location != null) {
            ctx.header("Location", location);
        }
        ctx.status(status).json(body);
    }
}
