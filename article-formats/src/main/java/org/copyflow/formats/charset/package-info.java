/// From bytes to characters. A [org.copyflow.formats.PushedDocument]'s bytes enter, its text leaves: by its byte order
/// mark, by the charset its sender declared, as strict UTF-8, or by what the bytes look like, in that order. Read
/// [TextDecoder].
@NullMarked
package org.copyflow.formats.charset;

import org.jspecify.annotations.NullMarked;
