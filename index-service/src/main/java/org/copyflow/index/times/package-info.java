/// When a topic's articles are from, and what that says: counts by quarters of an hour enter, counts by hours and days
/// and a trend score leave. Pure; read [Timeline], then [Trend].
@NullMarked
package org.copyflow.index.times;

import org.jspecify.annotations.NullMarked;
