/// Who may read.
///
/// In go a request's `Authorization` header and the file of readers; out comes leave to go on, within limits, or a
/// refusal.
/// [ReaderGate] decides and is what to read first; [HostGate] does where there are no keys; [Readers] is the file, read
/// and checked; a [Scope] is what a reader may do; an [Admission] says
/// which articles it may have, and ends an answer that goes on.
@NullMarked
package org.copyflow.index.access;

import org.jspecify.annotations.NullMarked;
