/// Parts of Copyflow against a real broker that goes away, forgets, or is fed what a part cannot take.
@NullMarked
package org.copyflow.faults;

import org.jspecify.annotations.NullMarked;
