package org.copyflow.index.live;

/// No subscription can begin now.
public final class SubscriptionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        /// The feed is not followed yet.
        STARTING,
        /// The service stops.
        STOPPING,
        /// There are as many subscribers as there may be.
        FULL
    }

    private final Reason reason;

    SubscriptionRefusedException(Reason reason) {
        super("no subscription can begin: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
