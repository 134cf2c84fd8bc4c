package org.copyflow.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// One execution of the command line: its exit code and what it printed.
record Run(int exitCode, String out, String err) {

    static Run of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                Copyflow.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
