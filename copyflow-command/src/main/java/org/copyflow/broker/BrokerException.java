package org.copyflow.broker;

import org.jspecify.annotations.Nullable;

/// A broker that cannot start. The message says on what folder or port, and why.
public final class BrokerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
