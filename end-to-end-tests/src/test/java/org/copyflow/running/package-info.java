/// A Copyflow that really runs: [CopyflowProcess] starts the command as a process of its own and can kill it,
/// [PipelineClient] talks to it as newsrooms and consumers do.
@NullMarked
package org.copyflow.running;

import org.jspecify.annotations.NullMarked;
