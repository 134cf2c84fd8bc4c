package org.copyflow.command;

import java.util.concurrent.Callable;
import org.copyflow.configuration.Configuration;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import org.copyflow.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `copyflow settings`: everything that can be set.
@Command(
        name = "settings",
        description = {
            "Lists every setting with its default.",
            "Each is given by --set KEY=VALUE, in a file by --settings FILE, "
                    + "or as an environment variable: COPYFLOW_ and "
                    + "the key in upper case, with underscores."
        })
final class SettingsCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var table = new Table("KEY", "DEFAULT", "WHAT IT IS");
        Configuration.describe().forEach(row -> table.row(row.key(), row.byDefault(), row.is()));
        table.print(output.out());
        return Exit.DONE;
    }
}
