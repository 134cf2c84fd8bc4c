/// Which articles are told as one story, in whatever order they come.
@NullMarked
package org.copyflow.index.stories;

import org.jspecify.annotations.NullMarked;
