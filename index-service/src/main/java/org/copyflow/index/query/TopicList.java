package org.copyflow.index.query;

import java.util.List;

/// Topics that a query selects.
///
/// @param total how many there are, beyond the limit too
public record TopicList(List<TopicSummary> topics, long total) {}
