@NullMarked
package org.copyflow.formats.fields;

import org.jspecify.annotations.NullMarked;
