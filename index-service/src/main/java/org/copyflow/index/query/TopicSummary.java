package org.copyflow.index.query;

import java.time.Instant;

/// A topic in a list.
///
/// @param articles how many articles it holds
/// @param updatedAt when it last changed
public record TopicSummary(String id, String name, String kind, long articles, Instant updatedAt) {}
