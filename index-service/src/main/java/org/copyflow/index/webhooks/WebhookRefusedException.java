package org.copyflow.index.webhooks;

/// What was asked of webhooks cannot be done.
public final class WebhookRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        /// There is no such webhook.
        UNKNOWN,
        /// The cursor to begin after is not from this feed.
        UNKNOWN_CURSOR,
        /// The address cannot be used.
        BAD_URL,
        /// The address is not a public one.
        NOT_PUBLIC,
        /// There are as many as there may be.
        TOO_MANY,
        /// What there is is not known yet.
        STARTING
    }

    private final Reason reason;

    WebhookRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
