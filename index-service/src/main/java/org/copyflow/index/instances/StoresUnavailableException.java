package org.copyflow.index.instances;

import org.jspecify.annotations.Nullable;

/// The stores cannot be asked now: they are being restored, or whoever holds them cannot be reached.
public final class StoresUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoresUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
