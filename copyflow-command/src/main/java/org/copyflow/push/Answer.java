package org.copyflow.push;

import org.jspecify.annotations.Nullable;

/// What ingest said to one item.
public sealed interface Answer {

    /// The input's name, with the item's place from 1 in brackets where the input carries several.
    String item();

    /// It is safe on Kafka.
    ///
    /// @param id the document's id
    /// @param receipt the path under which ingest says what became of it
    record Accepted(String item, String id, @Nullable String receipt) implements Answer {}

    /// It was not taken.
    ///
    /// @param status the HTTP status; 0 where there was no answer
    /// @param code stable, as `unknown-media-type`
    /// @param detail what was wrong and what to do
    record Refused(String item, int status, String code, String detail) implements Answer {}
}
