/// Which characters are text: strings enter, strings without the others leave. Read [ControlCharacters].
@NullMarked
package org.copyflow.formats.characters;

import org.jspecify.annotations.NullMarked;
