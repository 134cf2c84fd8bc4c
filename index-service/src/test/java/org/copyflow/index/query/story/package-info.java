/// Stories for tests.
@NullMarked
package org.copyflow.index.query.story;

import org.jspecify.annotations.NullMarked;
