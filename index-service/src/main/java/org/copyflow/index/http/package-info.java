/// The API over HTTP: questions enter, JSON and event streams leave. Nothing depends on this package.
///
/// [IndexRoutes] lists every route. [EventStreams] serves the streams: history from the stores, then live events,
/// without a gap or a repeat between the two.
@NullMarked
package org.copyflow.index.http;

import org.jspecify.annotations.NullMarked;
