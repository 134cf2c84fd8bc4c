package org.copyflow.command;

import java.util.concurrent.Callable;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.access.KeyEntry;
import org.copyflow.terminal.CommandFailure;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `copyflow keys new`: a key for a source or a reader.
@Command(
        name = "keys",
        description = "Makes keys by which sources push and readers read.",
        subcommands = KeysCommand.New.class)
final class KeysCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private final Output output = new Output();

    @Override
    public Integer call() {
        throw CommandFailure.usage("Nothing to do: `copyflow keys new NAME` makes a key.");
    }

    @Command(
            name = "new",
            description = {
                "Makes a key for a source or a reader and prints it once, with the line for their file.",
                "The file holds only the key's hash: a key that is lost is replaced by a new one."
            })
    static final class New implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "NAME", description = "Who is to push or to read with it.")
        private String name = "";

        @Override
        public Integer call() {
            if (!KeyEntry.isName(name)) {
                throw CommandFailure.usage("NAME is '" + name + "': it must be 1 to 64 of a-z, 0-9, '.', '_' and '-'.");
            }
            String key = ApiKeys.create();
            String keys = "\"" + name + "\": {\"keys\": [\"" + ApiKeys.hash(key) + "\"]";
            output.out().println("key, for " + name + " alone:   " + key);
            output.out().println("in the file of sources:  " + keys + "}");
            output.out()
                    .println("in the file of readers:  " + keys
                            + ", \"scopes\": [\"read\", \"search\", \"subscribe\"]}");
            return Exit.DONE;
        }
    }
}
