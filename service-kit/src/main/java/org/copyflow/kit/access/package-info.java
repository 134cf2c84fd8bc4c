/// Who may use a service: keys, the files that hold their hashes, and what has to be said before it listens to
/// others.
///
/// In go an `Authorization` header and a file; what an owner of a key may do is for the services to say. [KeyFile]
/// reads such a file and is what to read first, [WatchedFile] reads it again when it changes, [ApiKeys] makes keys
/// and compares them, [PresentedKey] takes one out of a header, [Door] keeps a service from listening unguarded,
/// [SigningSecret] signs what is pushed.
@NullMarked
package org.copyflow.kit.access;

import org.jspecify.annotations.NullMarked;
