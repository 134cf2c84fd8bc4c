package org.copyflow.index.search;

import org.jspecify.annotations.Nullable;

/// A search costs more than one may.
public final class SearchTooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchTooSlowException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
