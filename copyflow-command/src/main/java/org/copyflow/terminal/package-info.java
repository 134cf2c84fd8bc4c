/// How the command talks to whoever started it: [org.copyflow.terminal.Terminal], exit codes and failures.
@NullMarked
package org.copyflow.terminal;

import org.jspecify.annotations.NullMarked;
