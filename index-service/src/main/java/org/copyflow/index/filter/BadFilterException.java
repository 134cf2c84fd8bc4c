package org.copyflow.index.filter;

/// A filter that cannot be used, and why.
public final class BadFilterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN_CHARS = 200;

    private final String name;
    private final String given;
    private final String must;

    /// @param name the part of the filter
    /// @param given what was given, shortened where it is long
    /// @param must what it must be, as the end of "it must be …"
    BadFilterException(String name, String given, String must) {
        super("%s is '%s'; it must be %s".formatted(name, shortened(given), must));
        this.name = name;
        this.given = shortened(given);
        this.must = must;
    }

    public String name() {
        return name;
    }

    public String given() {
        return given;
    }

    public String must() {
        return must;
    }

    private static String shortened(String text) {
        return text.length() > MAX_SHOWN_CHARS ? text.substring(0, MAX_SHOWN_CHARS) + "…" : text;
    }
}
