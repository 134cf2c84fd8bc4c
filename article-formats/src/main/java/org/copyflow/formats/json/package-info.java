/// JSON from strangers, every dimension of it limited.
///
/// [SafeJson] parses a pushed document, or refuses it with an [org.copyflow.formats.UnreadableDocumentException].
/// [JsonReader] takes JSON of no particular media type and hands it to the [JsonFormat] that knows its fields. Read
/// [SafeJson] first.
@NullMarked
package org.copyflow.formats.json;

import org.jspecify.annotations.NullMarked;
