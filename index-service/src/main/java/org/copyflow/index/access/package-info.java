/// Who may read.
///
/// In go a request's `Authorization` header and the file of readers; out comes leave to go on, or a refusal.
/// [ReaderGate] decides and is what to read first; [Readers] is the file, read and checked; a [Scope] is what a
/// reader may do.
@NullMarked
package org.copyflow.index.access;

import org.jspecify.annotations.NullMarked;
