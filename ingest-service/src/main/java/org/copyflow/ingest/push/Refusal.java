package org.copyflow.ingest.push;

import java.time.Duration;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// Every reason for which ingest refuses a push, with its HTTP status. What a format's reader finds wrong comes on
/// top, under the reader's own code. `docs/http-errors.md` lists them all.
public enum Refusal {
    MISSING_SOURCE(400, "missing-source", "The push does not say who pushes"),
    BAD_PARAMETER(400, "bad-parameter", "A parameter cannot be used"),
    UNKNOWN_PARAMETER(400, "unknown-parameter", "There is no such parameter"),
    EMPTY_BODY(400, "empty-body", "The body is empty"),
    UNKNOWN_CHARSET(400, "unknown-charset", "There is no such charset"),
    INVALID_ENCODING(400, "invalid-encoding", "The body is not in the encoding that it claims"),
    INVALID_COMPRESSION(400, "invalid-compression", "The body cannot be inflated"),
    INTERRUPTED_BODY(400, "interrupted-body", "The body ended early"),
    INVALID_BATCH_LINE(400, "invalid-batch-line", "A line of the batch cannot be used"),
    MISSING_KEY(401, "missing-key", "Pushing takes a key"),
    UNKNOWN_KEY(401, "unknown-key", "The key is not known"),
    BAD_SIGNATURE(401, "bad-signature", "The push is not signed as it should be"),
    WRONG_SOURCE(403, "wrong-source", "The key is that of another source"),
    CROSS_SITE(403, "cross-site", "Web pages may not push"),
    SLOW_BODY(408, "slow-body", "The body comes too slowly"),
    BODY_TOO_LARGE(413, "body-too-large", "The body is too large"),
    TOO_MANY_ITEMS(413, "too-many-items", "The body carries too many items"),
    UNKNOWN_MEDIA_TYPE(415, "unknown-media-type", "No reader takes this media type"),
    UNKNOWN_CONTENT_ENCODING(415, "unknown-content-encoding", "The body is compressed in a way that is not read"),
    KEY_UNDER_WAY(409, "idempotency-key-under-way", "The push with this key is under way"),
    KEY_REUSED(422, "idempotency-key-reused", "The key was used for another push"),
    UNREADABLE(422, "unreadable", "The body is not what its media type says"),
    NO_ITEMS(422, "no-items", "The body carries no item"),
    QUOTA_EXCEEDED(429, "quota-exceeded", "The source has pushed what it may"),
    OVERLOADED(503, "overloaded", "Too many pushes at once"),
    DRY_RUNS_BUSY(503, "dry-runs-busy", "Too many dry runs at once"),
    DRY_RUN_TIMEOUT(503, "dry-run-timeout", "The dry run took too long"),
    KAFKA_UNAVAILABLE(503, "kafka-unavailable", "Kafka did not acknowledge");

    private static final int UNAVAILABLE = 503;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int status;
    private final String code;
    private final String title;

    Refusal(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /// What is wrong, the same for every occurrence.
    public String title() {
        return title;
    }

    /// The refusal of one push.
    ///
    /// @param detail what exactly was wrong, where, and what to do
    public ProblemException because(String detail) {
        return because(detail, (Throwable) null);
    }

    /// @param retryAfter when trying again may help
    public ProblemException because(String detail, Duration retryAfter) {
        return new ProblemException(Problem.of(status, code, title, detail), retryAfter, null);
    }

    public ProblemException because(String detail, @Nullable Throwable cause) {
        boolean passes = status == UNAVAILABLE;
        return new ProblemException(Problem.of(status, code, title, detail), passes ? RETRY_AFTER : null, cause);
    }

    /// The refusal of what a format's reader cannot read: under the reader's code, with status 422 unless ingest has a
    /// refusal of that code itself.
    static ProblemException unreadable(String readersCode, String detail, Throwable cause) {
        for (Refusal refusal : values()) {
            if (refusal.code.equals(readersCode)) {
                return refusal.because(detail, cause);
            }
        }
        Problem problem = Problem.of(UNREADABLE.status, readersCode, UNREADABLE.title, detail);
        return new ProblemException(problem, null, cause);
    }
}
