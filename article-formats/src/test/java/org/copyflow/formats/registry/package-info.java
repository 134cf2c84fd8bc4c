@NullMarked
package org.copyflow.formats.registry;

import org.jspecify.annotations.NullMarked;
