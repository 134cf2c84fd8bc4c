/// What happens, over HTTP: streams of server-sent events, and pages of changes for those who ask again and again.
///
/// [FeedRoutes] is the list of routes. [EventStreams] serves one stream; [Starts] finds where it begins.
@NullMarked
package org.copyflow.index.http.feed;

import org.jspecify.annotations.NullMarked;
