package org.copyflow.formats;

import java.time.Instant;
import org.copyflow.events.article.ArticleStatus;
import org.jspecify.annotations.Nullable;

/// Who an item says it is.
///
/// @param uri the format's own identity (ninjs `uri`, NewsML-G2 `guid`, feed `guid`), else the canonical URL; absent
///     where the item names neither
/// @param version greater is newer
/// @param versionCreated when that version was made
/// @param embargo not to be shown before
public record ItemIdentity(
        @Nullable String uri,
        @Nullable Long version,
        @Nullable Instant versionCreated,
        ArticleStatus status,
        @Nullable Instant embargo) {

    public static final ItemIdentity UNKNOWN = new ItemIdentity(null, null, null, ArticleStatus.USABLE, null);

    public static ItemIdentity ofUri(@Nullable String uri) {
        return new ItemIdentity(uri, null, null, ArticleStatus.USABLE, null);
    }
}
