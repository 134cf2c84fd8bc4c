package org.copyflow.enrichment.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.ItemIdentity;
import org.jspecify.annotations.Nullable;

/// One version of a document: what decides whether it replaces another.
///
/// @param version greater is newer
/// @param versionCreated when it was made
/// @param receivedAt when it was pushed
/// @param status may it be used
/// @param digest the same for the same bytes pushed with the same metadata
public record DocumentVersion(
        @Nullable Long version,
        @Nullable Instant versionCreated,
        Instant receivedAt,
        ArticleStatus status,
        String digest) {

    private static final int DIGEST_BYTES = 16;

    /// The version as its push states it; where the push is silent, as the document itself does. Of two statuses the
    /// stricter one counts.
    static DocumentVersion of(RawArticle raw, ItemIdentity identity, String digest) {
        return new DocumentVersion(
                raw.version() == null ? identity.version() : raw.version(),
                raw.versionCreated() == null ? identity.versionCreated() : raw.versionCreated(),
                raw.receivedAt(),
                raw.status().compareTo(identity.status()) >= 0 ? raw.status() : identity.status(),
                digest);
    }

    /// This version with what an earlier one says where it is silent itself, so that a version that arrives late is
    /// still known to be old.
    ///
    /// What follows a kill and does not say when it was made was made when it was pushed: the same kill, once
    /// more, does not reach it. A kill holds for what it killed even where that claimed to be of a later time.
    DocumentVersion after(@Nullable DocumentVersion earlier) {
        if (earlier == null) {
            return this;
        }
        return new DocumentVersion(
                version == null ? earlier.version : version, createdAfter(earlier), receivedAt, status, digest);
    }

    private @Nullable Instant createdAfter(DocumentVersion earlier) {
        Instant before = earlier.versionCreated;
        boolean isKill = status == ArticleStatus.CANCELED;
        if (versionCreated == null) {
            boolean followsKill = earlier.status == ArticleStatus.CANCELED && !isKill;
            return before != null && followsKill && receivedAt.isAfter(before) ? receivedAt : before;
        }
        return isKill && before != null && before.isAfter(versionCreated) ? before : versionCreated;
    }

    /// The same for the same bytes pushed with the same metadata.
    static String digest(RawArticle raw) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String metadata = String.join(
                    "\0",
                    raw.contentType(),
                    Objects.toString(raw.url()),
                    Objects.toString(raw.version()),
                    Objects.toString(raw.versionCreated()),
                    raw.status().word(),
                    Objects.toString(raw.embargo()),
                    "");
            sha256.update(metadata.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(raw.content()), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
