package org.copyflow.index.saved;

/// A query that cannot be saved, and why.
public final class BadQueryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    BadQueryException(String message) {
        super(message);
    }
}
