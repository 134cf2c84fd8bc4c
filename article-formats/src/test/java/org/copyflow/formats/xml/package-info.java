@NullMarked
package org.copyflow.formats.xml;

import org.jspecify.annotations.NullMarked;
