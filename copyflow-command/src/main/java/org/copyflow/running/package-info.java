/// Services in this process: what `copyflow up` starts, waits for and stops. [LocalPipeline] wires them; [DataFolder]
/// keeps their state; [Foreground] stops them in order when the process is told to end.
@NullMarked
package org.copyflow.running;

import org.jspecify.annotations.NullMarked;
