/// What the command reads: files, standard input and lines of a batch, each an [Input]; and how the same work is done
/// to many of them at once, in order ([InOrder]).
@NullMarked
package org.copyflow.input;

import org.jspecify.annotations.NullMarked;
