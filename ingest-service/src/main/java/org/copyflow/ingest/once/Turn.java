package org.copyflow.ingest.once;

/// What is to be done with a push that carries a key.
public sealed interface Turn {

    /// It was carried out before: answer the same.
    record Replayed(KeptAnswer answer) implements Turn {}

    /// Carry it out, then say to [Once] how that ended.
    ///
    /// @param id the key's, and its source's
    /// @param claim this attempt's
    record Mine(String id, String claim) implements Turn {}
}
