package org.copyflow.ingest.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.copyflow.ingest.access.Gate;
import org.copyflow.ingest.publish.Receipt;
import org.copyflow.ingest.receipts.RawRecords.LookupException;
import org.copyflow.ingest.receipts.ReceiptStatus;
import org.copyflow.ingest.receipts.Receipts;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// `GET /v1/receipts/{receipt}` says what became of an accepted article. Thread-safe.
public final class ReceiptRoutes {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Receipts receipts;
    private final Gate gate;

    /// @param gate where it knows its sources, each sees its own receipts
    public ReceiptRoutes(Receipts receipts, Gate gate) {
        this.receipts = receipts;
        this.gate = gate;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/v1/receipts/{receipt}", this::show);
    }

    private void show(Context ctx) {
        String reader = PushRoutes.admit(ctx, gate, null).source();
        String named = ctx.pathParam("receipt");
        ReceiptStatus status = find(Receipt.parse(named));
        if (status == null || !(reader.isEmpty() || reader.equals(status.source()))) {
            throw new ProblemException(Problem.of(
                    404,
                    "no-such-receipt",
                    "There is no such receipt",
                    "No accepted article stands there, or it is older than Kafka keeps them. A receipt looks"
                            + " like 3-1042 and comes with the answer to a push."));
        }
        ctx.header("Cache-Control", "no-store").json(status);
    }

    private @Nullable ReceiptStatus find(@Nullable Receipt receipt) {
        try {
            return receipt == null ? null : receipts.find(receipt);
        } catch (LookupException e) {
            throw new ProblemException(
                    Problem.of(503, "kafka-unavailable", "Kafka did not answer", e.getMessage() + ". Try again."),
                    RETRY_AFTER,
                    e);
        }
    }
}
