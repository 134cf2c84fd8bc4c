package org.copyflow.index.live;

/// What a subscriber follows.
public sealed interface Interest {

    /// One topic.
    record Topic(String id) implements Interest {}

    /// Every topic of a kind, as all sources.
    record Kind(String kind) implements Interest {}
}
