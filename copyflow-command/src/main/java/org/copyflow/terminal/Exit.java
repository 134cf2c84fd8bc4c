package org.copyflow.terminal;

/// The exit codes, as `copyflow --help` documents them.
public final class Exit {

    public static final int DONE = 0;

    /// Done in part: something was refused, dead-lettered or failed.
    public static final int IN_PART = 1;

    /// The command line or a setting cannot be used.
    public static final int USAGE = 2;

    /// Something that it needs is not there. 69 is `EX_UNAVAILABLE` of BSD's sysexits.
    public static final int UNAVAILABLE = 69;

    /// Interrupted, as shells count it: 128 and the number of the signal.
    public static final int INTERRUPTED = 130;

    private Exit() {}
}
