package org.copyflow.command;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.copyflow.tail.EventStream;
import org.copyflow.tail.EventText;
import org.copyflow.tail.ServerEvent;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import org.copyflow.terminal.ServiceAddressConverter;
import org.copyflow.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `copyflow tail`: topic events as they happen.
@Command(
        name = "tail",
        description = {
            "Follows topic events live: without a topic every article once, with one what changes in it.",
            "Readable in a terminal, one JSON object a line in a pipe. "
                    + "Resumes where it was when the connection is lost."
        })
final class TailCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "The topic's id, as keyword:solar-power.")
    private @Nullable String topic;

    @Option(
            names = "--from",
            paramLabel = "URL",
            converter = ServiceAddressConverter.class,
            description = "The index service (default: ${DEFAULT-VALUE}).")
    private URI from = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--since",
            paramLabel = "CURSOR",
            description = "Begins after this event; the id of an earlier one.")
    private @Nullable String since;

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Begins with so many of the latest events (default: ${DEFAULT-VALUE}).")
    private int history;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:COPYFLOW_KEY}",
            description = "The reader's key, where the index wants one; better by the environment, as COPYFLOW_KEY.")
    private @Nullable String key;

    @Option(names = "--json", description = "JSON lines in a terminal too.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        boolean asText = Terminal.showsOutput() && !json;
        var text = new EventText(ZoneId.systemDefault());
        try (var stream = new EventStream(address(), key, notice -> output.err().println(notice))) {
            stream.follow(event -> {
                output.out().println(asText ? text.line(event) : json(event));
                return !output.out().checkError(); // which flushes
            });
        }
        return Exit.DONE;
    }

    /// A topic event as it came; any other one (`gap`, `lagged`) under its name, so that programs can tell.
    private static String json(ServerEvent event) {
        return switch (event.type()) {
            case "added", "updated", "removed" -> event.data();
            default -> "{\"" + event.type() + "\":" + event.data() + "}";
        };
    }

    private URI address() {
        String path = topic == null ? "/v1/stream" : "/v1/topics/" + encoded(topic) + "/stream";
        String query = "?history=" + history + (since == null ? "" : "&after=" + encoded(since));
        return from.resolve(path + query);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
