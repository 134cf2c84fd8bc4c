package org.copyflow.ingest.feeds;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.copyflow.events.DocumentIds;

/// A feed that is to be read.
///
/// @param source who its items are pushed as
/// @param interval how long to wait between two looks at it
record Feed(HttpUrl url, String source, Duration interval) {

    /// The same wherever and whenever it is computed; safe as the name of a file.
    String id() {
        return DocumentIds.documentId(source, url.toString());
    }
}
