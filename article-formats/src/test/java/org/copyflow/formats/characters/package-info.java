/// Tests of what characters are text.
@NullMarked
package org.copyflow.formats.characters;

import org.jspecify.annotations.NullMarked;
