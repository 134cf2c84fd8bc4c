package org.copyflow.index.search;

/// Search cannot say now what there is.
public final class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchUnavailableException(String why) {
        super(why);
    }
}
