/// Everything that somebody could send to do harm: each gets its clear answer, memory stays within bounds, and the next
/// good article passes. [HostilePushIT] sends it all to a Copyflow in a process of its own; the cases are made in code,
/// by kind, in the other classes.
@NullMarked
package org.copyflow.hostile;

import org.jspecify.annotations.NullMarked;
