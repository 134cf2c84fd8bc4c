package org.copyflow.tail;

import org.jspecify.annotations.Nullable;

/// One event of an SSE stream.
///
/// @param id the stream's cursor after it
/// @param type `message` where the stream names none
/// @param data its text, lines joined by line feeds
public record ServerEvent(@Nullable String id, String type, String data) {}
