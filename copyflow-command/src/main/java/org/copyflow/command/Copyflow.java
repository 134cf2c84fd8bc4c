package org.copyflow.command;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `copyflow` and its subcommands, a line each.
@Command(
        name = "copyflow",
        description = "An event-driven news pipeline on Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EnrichCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done in part: something was refused, dead-lettered or failed; the output says what",
            "2:the command line cannot be used",
            "69:something it needs is not there: a JDK, a broker, a service, a port",
            "130:interrupted"
        })
public final class Copyflow {

    static final int REFUSED = 1;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    public static void main(String[] arguments) {
        var out = new PrintWriter(new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8)));
        int code = commandLine().setOut(out).execute(arguments);
        out.flush();
        System.exit(code);
    }

    /// The command line, ready to execute.
    public static CommandLine commandLine() {
        return new CommandLine(new Copyflow());
    }
}
