package org.copyflow.index.live;

import org.copyflow.index.filter.Filter;

/// What a subscriber follows.
public sealed interface Interest {

    /// What happens in one topic, as the topic has it.
    record Topic(String id) implements Interest {}

    /// The articles that a filter takes.
    record Filtered(Filter filter) implements Interest {}
}
