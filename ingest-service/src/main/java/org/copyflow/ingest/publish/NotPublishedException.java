package org.copyflow.ingest.publish;

/// A document that Kafka did not acknowledge. It may have arrived all the same, because an acknowledgement can be lost
/// on its way: whoever pushed it pushes it again, and enrichment drops the second copy as a duplicate.
public final class NotPublishedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    /// @param message what Kafka said
    /// @param worthRetrying whether pushing it again may help
    public NotPublishedException(String message, boolean worthRetrying) {
        super(message, null, false, false); // where it was noticed says nothing: no stack trace
        this.worthRetrying = worthRetrying;
    }

    /// Whether pushing it again may help; false where the record itself is what Kafka refused.
    public boolean worthRetrying() {
        return worthRetrying;
    }
}
