/// Who may push, and how much.
///
/// In go what a request presents (its key, its signature, the source that it names) and the file of sources; out
/// comes a [Pass] for one source, or a refusal. [Gate] decides and is what to read first; [Sources] is the file,
/// read and checked. [Signatures] checks Standard Webhooks signatures, [Quota] counts what a source pushes. Keys
/// themselves, and the file's being read again when it changes, are of [org.copyflow.kit.access].
@NullMarked
package org.copyflow.ingest.access;

import org.jspecify.annotations.NullMarked;
