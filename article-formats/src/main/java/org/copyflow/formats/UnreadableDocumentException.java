package org.copyflow.formats;

/// A document that cannot be read. The code is stable and documented; the message says what was tried, on what, where,
/// and what to do.
public final class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /// @param code lower case with dashes, as `not-an-article`
    public UnreadableDocumentException(String code, String message) {
        super(message);
        this.code = code;
    }

    public UnreadableDocumentException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
