/// The command line: one class a subcommand, listed in [org.copyflow.command.Copyflow].
@NullMarked
package org.copyflow.command;

import org.jspecify.annotations.NullMarked;
