package org.copyflow.enrich.stream;

import java.time.Instant;
import org.copyflow.enrichment.decision.DocumentVersion;
import org.jspecify.annotations.Nullable;

/// What is remembered of a document, in the store `documents`.
///
/// @param newest the newest version that arrived, published or not
/// @param publishedParts how many articles of it stand on `articles.enriched`
/// @param hold where the newest version is held back
record DocumentState(
        DocumentVersion newest,
        int publishedParts,
        @Nullable Hold hold) {

    /// A raw record that is held back.
    ///
    /// @param until when it leaves; absent where only a newer version ends the hold
    /// @param parts how many articles wait in the store `held`
    /// @param origin the raw record
    record Hold(@Nullable Instant until, int parts, Origin origin) {}
}
