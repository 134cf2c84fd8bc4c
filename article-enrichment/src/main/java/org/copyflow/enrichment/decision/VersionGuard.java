package org.copyflow.enrichment.decision;

import java.time.Instant;
import org.copyflow.events.article.ArticleStatus;
import org.jspecify.annotations.Nullable;

/// Does a version that arrives replace the newest one known? Pure.
///
/// A greater `version` is newer; between equal ones, or where one has none, a later `versionCreated`. Between versions
/// that these cannot tell apart a kill stands, whichever came first, and else the later push is the newer one.
///
/// A version that claims to be made after it was pushed does not escape a kill by it.
final class VersionGuard {

    enum Verdict {
        /// It replaces what is known.
        NEWER,
        /// What is known is newer.
        STALE,
        /// It is what is known.
        DUPLICATE
    }

    private VersionGuard() {}

    static Verdict judge(DocumentVersion arriving, @Nullable DocumentVersion known) {
        if (known == null) {
            return Verdict.NEWER;
        }
        if (arriving.digest().equals(known.digest())) {
            return Verdict.DUPLICATE;
        }
        int byVersion = compare(arriving.version(), known.version());
        int stated = byVersion != 0 ? byVersion : compare(arriving.versionCreated(), createdAsMetBy(arriving, known));
        if (stated != 0) {
            return stated > 0 ? Verdict.NEWER : Verdict.STALE;
        }
        boolean sameVersion = bothState(arriving.version(), known.version())
                || bothState(arriving.versionCreated(), known.versionCreated());
        if (sameVersion && known.status() == ArticleStatus.CANCELED) {
            return Verdict.STALE;
        }
        if (sameVersion && arriving.status() == ArticleStatus.CANCELED) {
            return Verdict.NEWER;
        }
        return arriving.receivedAt().isBefore(known.receivedAt()) ? Verdict.STALE : Verdict.NEWER;
    }

    /// When the known version was made, as the arriving one has to take it.
    private static @Nullable Instant createdAsMetBy(DocumentVersion arriving, DocumentVersion known) {
        Instant created = known.versionCreated();
        boolean ahead = created != null && created.isAfter(known.receivedAt());
        return ahead && arriving.status() == ArticleStatus.CANCELED ? known.receivedAt() : created;
    }

    /// 0 where they are equal or one is not stated.
    private static <T extends Comparable<T>> int compare(@Nullable T a, @Nullable T b) {
        return a == null || b == null ? 0 : a.compareTo(b);
    }

    private static boolean bothState(@Nullable Object a, @Nullable Object b) {
        return a != null && b != null;
    }
}
