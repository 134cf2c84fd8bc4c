/// What every service needs, and nothing that only one of them does.
///
/// [Service] is the life of a service: built without I/O, then `start`, `check`, `close`. [ServiceRunner] runs several
/// of them in one process, in order. Settings are read by `settings`, HTTP is set up by `server`, Kafka's clients and
/// streams by `kafka`, numbers for operators stand in `metrics`.
@NullMarked
package org.copyflow.kit;

import org.jspecify.annotations.NullMarked;
