@NullMarked
package org.copyflow.events;

import org.jspecify.annotations.NullMarked;
