/// The real commands, executed in this process with captured output. Read [org.copyflow.command.Run].
@NullMarked
package org.copyflow.command;

import org.jspecify.annotations.NullMarked;
