@NullMarked
package org.copyflow.formats.rights;

import org.jspecify.annotations.NullMarked;
