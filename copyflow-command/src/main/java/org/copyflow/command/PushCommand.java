package org.copyflow.command;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.copyflow.formats.MediaType;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.input.Input;
import org.copyflow.push.Answer;
import org.copyflow.push.Pusher;
import org.copyflow.terminal.CommandFailure;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.MediaTypeConverter;
import org.copyflow.terminal.Output;
import org.copyflow.terminal.ServiceAddressConverter;
import org.copyflow.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `copyflow push`: files to a running ingest service.
@Command(
        name = "push",
        description = {
            "Pushes files to a running ingest service.",
            "Prints a line for each item that was taken, and on standard error one for each that was refused."
        })
final class PushCommand implements Callable<Integer> {

    private static final int AT_ONCE = 8;
    private static final int MANY_FILES = 20;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to push; - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--to",
            paramLabel = "URL",
            converter = ServiceAddressConverter.class,
            description = "The ingest service (default: ${DEFAULT-VALUE}).")
    private URI to = URI.create("http://127.0.0.1:8081");

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Who pushes (default: local, or the source of the key).")
    private @Nullable String source;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:COPYFLOW_KEY}",
            description = "The source's key, where ingest wants one; better by the environment, as COPYFLOW_KEY.")
    private @Nullable String key;

    @Option(
            names = "--uri",
            paramLabel = "URI",
            description = "What the source calls the item, for a single file; the document's own identity without it.")
    private @Nullable String uri;

    @Option(
            names = "--media-type",
            paramLabel = "TYPE",
            converter = MediaTypeConverter.class,
            description = "The files' media type; guessed where it is not given.")
    private @Nullable MediaType mediaType;

    private int accepted;
    private int refused;

    @Override
    public Integer call() throws InterruptedException {
        if (uri != null && files.size() > 1) {
            throw CommandFailure.usage("--uri names one item, but there are " + files.size() + " files.");
        }
        String who = source == null && key == null ? "local" : source;
        requireSource(who);
        Iterator<Input> inputs = Input.OfFile.all(files, mediaType).iterator();
        try (var pusher = new Pusher(new Pusher.Target(to, who, uri, key), AT_ONCE)) {
            if (Terminal.showsErrors() && files.size() > MANY_FILES) {
                pushWithBar(pusher, inputs);
            } else {
                pusher.push(inputs, answers -> show(answers, true));
            }
        }
        output.err().println(accepted + " accepted, " + refused + " refused");
        return refused == 0 ? Exit.DONE : Exit.IN_PART;
    }

    private static void requireSource(@Nullable String source) {
        if (source != null && !PushParameters.isSource(source)) {
            throw CommandFailure.usage("--source: The source " + PushParameters.shown(source)
                    + " cannot be used: a source is 1 to 64 of a-z, 0-9, '.', '_' and '-', and begins with a letter or"
                    + " digit.");
        }
    }

    private void pushWithBar(Pusher pusher, Iterator<Input> inputs) throws InterruptedException {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("push")
                .setInitialMax(files.size())
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            pusher.push(inputs, answers -> {
                bar.step();
                return show(answers, !Terminal.showsOutput());
            });
        }
    }

    private boolean show(List<Answer> answers, boolean eachAccepted) {
        PrintWriter out = output.out();
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.Accepted(var item, var id, var _) -> {
                    accepted++;
                    if (eachAccepted) {
                        out.println("accepted  " + id + "  " + item);
                    }
                }
                case Answer.Refused(var item, var status, var code, var detail) -> {
                    refused++;
                    output.err()
                            .println("refused   " + item + ": " + (status == 0 ? "" : status + " ") + code + ": "
                                    + detail);
                }
            }
        }
        out.flush();
        return true;
    }
}
