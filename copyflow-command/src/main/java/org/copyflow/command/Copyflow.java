package org.copyflow.command;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.copyflow.kit.settings.SettingsException;
import org.copyflow.terminal.CommandFailure;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command `copyflow` and its subcommands, a line each.
@Command(
        name = "copyflow",
        description = "An event-driven news pipeline on Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            PushCommand.class,
            TailCommand.class,
            KeysCommand.class,
            DeadLettersCommand.class,
            EnrichCommand.class,
            IngestCommand.class,
            IndexCommand.class,
            TopicsCommand.class,
            SettingsCommand.class,
            VersionCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done in part: something was refused, dead-lettered or failed; the output says what",
            "2:the command line or a setting cannot be used",
            "69:something that it needs is not there: a JDK, a broker, a service, a port",
            "130:interrupted"
        })
public final class Copyflow {

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /// The command line, ready to execute.
    ///
    /// @param out where results go; flushed at the end
    /// @param err where messages and progress go
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Copyflow())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.showsOutput() ? Ansi.AUTO : Ansi.OFF))
                .setParameterExceptionHandler((mistake, _) -> exitCode(mistake))
                .setExecutionExceptionHandler((failure, command, _) -> exitCode(failure, command));
    }

    private static int exitCode(Exception failure, CommandLine command) throws Exception {
        return switch (failure) {
            case CommandFailure expected -> {
                command.getErr().println(expected.getMessage());
                if (expected.exitCode() == Exit.USAGE) {
                    pointToHelp(command);
                }
                yield expected.exitCode();
            }
            case SettingsException settings -> {
                command.getErr().println(settings.getMessage());
                yield Exit.USAGE;
            }
            case InterruptedException _ -> Exit.INTERRUPTED;
            default -> throw failure;
        };
    }

    /// A line for what cannot be used; whoever names no command is shown all of them.
    private static int exitCode(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println(mistake.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(mistake, command.getErr())
                && !command.getSubcommands().isEmpty()) {
            command.usage(command.getErr());
        } else {
            pointToHelp(command);
        }
        return Exit.USAGE;
    }

    private static void pointToHelp(CommandLine command) {
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        var stream = new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8);
        return new PrintWriter(new BufferedWriter(stream), descriptor == FileDescriptor.err);
    }
}
