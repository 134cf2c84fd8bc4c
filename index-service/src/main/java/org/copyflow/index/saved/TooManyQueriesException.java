package org.copyflow.index.saved;

/// There are as many saved queries as there may be.
public final class TooManyQueriesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyQueriesException(String message) {
        super(message);
    }
}
