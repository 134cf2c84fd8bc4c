package org.copyflow.index.http.feed;

import java.time.Instant;
import org.copyflow.index.feed.Cursor;
import org.jspecify.annotations.Nullable;

/// Where a subscriber wants to begin: after a cursor, else at a time, else with the latest events.
///
/// @param latest how many of the latest events come first where neither is given
record Start(@Nullable Cursor after, @Nullable Instant since, int latest) {}
