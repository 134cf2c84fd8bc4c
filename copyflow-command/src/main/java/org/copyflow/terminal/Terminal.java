package org.copyflow.terminal;

/// Whether somebody watches. The launcher says so, because Java cannot tell for each stream.
public final class Terminal {

    private Terminal() {}

    /// Whether standard output is a terminal: then output is for people, else for programs.
    public static boolean showsOutput() {
        return Boolean.getBoolean("copyflow.terminal.output");
    }

    /// Whether standard error is a terminal: then progress is shown.
    public static boolean showsErrors() {
        return Boolean.getBoolean("copyflow.terminal.errors");
    }
}
