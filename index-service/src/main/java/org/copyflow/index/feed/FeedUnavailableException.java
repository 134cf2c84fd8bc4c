package org.copyflow.index.feed;

import org.jspecify.annotations.Nullable;

/// The feed cannot be read now.
public final class FeedUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FeedUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
