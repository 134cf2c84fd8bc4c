/// What is a copy of what, in whatever order articles come and go.
@NullMarked
package org.copyflow.index.duplicates;

import org.jspecify.annotations.NullMarked;
