/// A push that carries an idempotency key is carried out once.
///
/// In goes who pushes, the key and what the request says ([IdempotencyKey]); out comes a [Turn]: carry it out, or
/// answer as before. [Once] decides by what is written in the topic `pushes.keyed`, which all instances read
/// ([KnownKeys]): of several claims of a key the first one in its partition counts. So it holds across restarts and
/// instances.
@NullMarked
package org.copyflow.ingest.once;

import org.jspecify.annotations.NullMarked;
