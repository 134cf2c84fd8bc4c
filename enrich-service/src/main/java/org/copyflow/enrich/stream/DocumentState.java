package org.copyflow.enrich.stream;

import java.time.Instant;
import org.copyflow.enrichment.decision.DocumentVersion;
import org.jspecify.annotations.Nullable;

/// What is remembered of a document, in the store `documents`.
///
/// @param newest the newest version that arrived, published or not
/// @param place the raw record of that version; absent where an earlier release wrote this
/// @param publishedParts how many articles of it stand on `articles.enriched`
/// @param shown where the store `shown` keeps what readers saw last; absent where they saw nothing, or must forget
///     it
/// @param hold where the newest version is held back
record DocumentState(
        DocumentVersion newest,
        @Nullable String place,
        int publishedParts,
        @Nullable Shown shown,
        @Nullable Hold hold) {

    /// A version that readers saw.
    ///
    /// @param atMs when it was published, in milliseconds since 1970
    /// @param parts how many articles it had
    record Shown(long atMs, int parts) {}

    /// A raw record that is held back.
    ///
    /// @param until when it leaves; absent where only a newer version ends the hold
    /// @param parts how many articles wait in the store `held`
    /// @param origin the raw record
    record Hold(@Nullable Instant until, int parts, Origin origin) {}
}
