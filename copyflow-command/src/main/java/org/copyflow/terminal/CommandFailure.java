package org.copyflow.terminal;

/// Ends the command with a message for people and an exit code; its stack trace is not shown.
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /// Something that the command needs is not there.
    ///
    /// @param message what was tried, on what, and what to do
    public static CommandFailure unavailable(String message) {
        return new CommandFailure(Exit.UNAVAILABLE, message);
    }

    public static CommandFailure unavailable(String message, Throwable cause) {
        return new CommandFailure(Exit.UNAVAILABLE, message, cause);
    }

    /// What the user named cannot be used.
    public static CommandFailure usage(String message) {
        return new CommandFailure(Exit.USAGE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
