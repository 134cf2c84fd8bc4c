package org.copyflow.terminal;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Gives a command its standard output and standard error; mixed into each command.
@Command
public final class Output {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// Buffered: whoever wants a line seen at once flushes it.
    public PrintWriter out() {
        return command().commandLine().getOut();
    }

    public PrintWriter err() {
        return command().commandLine().getErr();
    }

    private CommandSpec command() {
        return Objects.requireNonNull(command, "picocli sets it");
    }
}
