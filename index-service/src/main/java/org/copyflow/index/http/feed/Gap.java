package org.copyflow.index.http.feed;

import java.util.Locale;

/// Why a subscriber's past is not complete.
enum Gap {
    /// Events after the cursor are no longer kept.
    EXPIRED("events after this are no longer kept; read the articles to be complete again"),
    /// The cursor is not from this feed.
    UNKNOWN_CURSOR("this cursor is not from this feed; what is remembered of it follows"),
    /// More events of a topic follow the cursor than one stream sends at its start.
    TOO_MANY("more events follow this cursor than a stream replays; the latest of them follow");

    private final String says;

    Gap(String says) {
        this.says = says;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String says() {
        return says;
    }
}
