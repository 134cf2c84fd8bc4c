package org.copyflow.events.topic;

/// A topic by name.
///
/// @param id `kind:slug`, as `keyword:solar-power`, `person:efim-zelmanov`, `medtop:20000763`, `source:agency`
/// @param name for people
/// @param kind the part of the id before the colon
public record TopicRef(String id, String name, String kind) {}
