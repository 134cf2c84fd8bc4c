package org.copyflow.events.topic;

import java.util.List;

/// A topic by name.
///
/// @param id `kind:slug`, as `keyword:solar-power`, `person:efim-zelmanov`, `medtop:20000763`, `source:agency`
/// @param name for people
/// @param kind the part of the id before the colon
/// @param broader the ids of the topics that it belongs to, from the top level down, where its vocabulary has an order
public record TopicRef(String id, String name, String kind, List<String> broader) {

    public TopicRef {
        broader = broader == null ? List.of() : List.copyOf(broader);
    }

    public TopicRef(String id, String name, String kind) {
        this(id, name, kind, List.of());
    }
}
