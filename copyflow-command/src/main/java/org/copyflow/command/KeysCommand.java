package org.copyflow.command;

import java.util.concurrent.Callable;
import org.copyflow.ingest.access.ApiKeys;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.terminal.CommandFailure;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `copyflow keys new`: a key for a source.
@Command(name = "keys", description = "Makes keys by which sources push.", subcommands = KeysCommand.New.class)
final class KeysCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private final Output output = new Output();

    @Override
    public Integer call() {
        throw CommandFailure.usage("Nothing to do: `copyflow keys new SOURCE` makes a key.");
    }

    @Command(
            name = "new",
            description = {
                "Makes a key for a source and prints it once, with the line for the file of sources.",
                "The file holds only the key's hash: a key that is lost is replaced by a new one."
            })
    static final class New implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "SOURCE", description = "Who is to push with it.")
        private String source = "";

        @Override
        public Integer call() {
            if (!PushParameters.isSource(source)) {
                throw CommandFailure.usage(
                        "SOURCE is '" + source + "': it must be 1 to 64 of a-z, 0-9, '.', '_' and '-'.");
            }
            String key = ApiKeys.create();
            output.out().println("key, for " + source + " alone:   " + key);
            output.out()
                    .println(
                            "in the file of sources:  \"" + source + "\": {\"keys\": [\"" + ApiKeys.hash(key) + "\"]}");
            return Exit.DONE;
        }
    }
}
