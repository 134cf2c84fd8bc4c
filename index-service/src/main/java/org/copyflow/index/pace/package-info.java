/// How much of the time work may take that can wait.
@NullMarked
package org.copyflow.index.pace;

import org.jspecify.annotations.NullMarked;
