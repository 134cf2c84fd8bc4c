package org.copyflow.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copyflow.configuration.SettingsOptions;
import org.copyflow.deadletters.DeadLetterTopic;
import org.copyflow.deadletters.Letter;
import org.copyflow.deadletters.LetterId;
import org.copyflow.deadletters.Replayer;
import org.copyflow.events.EventJson;
import org.copyflow.terminal.CommandFailure;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import org.copyflow.terminal.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `copyflow dead-letters`: what could not be read.
@Command(
        name = "dead-letters",
        description = "Lists, shows and puts back what could not be read.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeadLettersCommand.ListLetters.class,
            DeadLettersCommand.ShowLetter.class,
            DeadLettersCommand.ReplayLetters.class
        })
final class DeadLettersCommand {

    private static String orDash(@Nullable String value) {
        return Objects.requireNonNullElse(value, "-");
    }

    private static LetterId id(String text) {
        try {
            return LetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }

    /// `copyflow dead-letters list`.
    @Command(name = "list", description = "Lists dead letters, the newest last.")
    static final class ListLetters implements Callable<Integer> {

        private static final Comparator<Letter> BY_TIME = Comparator.comparing(Letter::receivedAt);

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final SettingsOptions settings = new SettingsOptions();

        @Option(names = "--code", paramLabel = "CODE", description = "Only those with this error code.")
        private @Nullable String code;

        @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).")
        private int limit = 100;

        @Option(names = "--json", description = "Prints a JSON object a line.")
        private boolean json;

        private record Row(Letter letter, boolean replayed) {}

        @Override
        public Integer call() {
            Queue<Letter> newest = new PriorityQueue<>(BY_TIME);
            Set<String> replayed = new HashSet<>();
            try (var topic = new DeadLetterTopic(settings.read().kafka())) {
                topic.read(letter -> keep(letter, newest), replay -> replayed.add(replay.letter()));
            }
            List<Letter> letters = newest.stream().sorted(BY_TIME).toList();
            var table = new Table("ID", "RECEIVED", "SOURCE", "CODE", "ATTEMPT", "REPLAYED", "BYTES", "ORIGIN", "URI");
            for (Letter letter : letters) {
                boolean again = replayed.contains(letter.id().toString());
                if (json) {
                    output.out().println(EventJson.mapper().writeValueAsString(new Row(letter, again)));
                } else {
                    add(table, letter, again);
                }
            }
            if (!json) {
                table.print(output.out());
            }
            return Exit.DONE;
        }

        private void keep(Letter letter, Queue<Letter> newest) {
            if (code == null || code.equals(letter.code())) {
                newest.add(letter);
                if (newest.size() > limit) {
                    newest.remove();
                }
            }
        }

        private static void add(Table table, Letter letter, boolean replayed) {
            table.row(
                    letter.id().toString(),
                    letter.receivedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    orDash(letter.source()),
                    orDash(letter.code()),
                    orDash(letter.attempt()),
                    replayed ? "yes" : "no",
                    Integer.toString(letter.bytes()),
                    letter.origin(),
                    orDash(letter.uri()));
        }
    }

    /// `copyflow dead-letters show`.
    @Command(name = "show", description = "Shows a dead letter's headers and the beginning of its content.")
    static final class ShowLetter implements Callable<Integer> {

        private static final int SHOWN_BYTES = 600;

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final SettingsOptions settings = new SettingsOptions();

        @Parameters(paramLabel = "ID", description = "The letter, as `list` names it.")
        private String id = "";

        @Option(names = "--raw", description = "Writes the original bytes and nothing else.")
        private boolean raw;

        @Override
        public Integer call() {
            try (var topic = new DeadLetterTopic(settings.read().kafka())) {
                ConsumerRecord<String, byte[]> found = topic.find(id(id));
                if (found == null) {
                    throw CommandFailure.usage("There is no dead letter " + id + "; `dead-letters list` lists them.");
                }
                byte[] content = Objects.requireNonNullElse(found.value(), new byte[0]);
                if (raw) {
                    System.out.write(content, 0, content.length);
                    System.out.flush();
                } else {
                    show(found, content, output.out());
                }
            }
            return Exit.DONE;
        }

        private static void show(ConsumerRecord<String, byte[]> found, byte[] content, PrintWriter out) {
            out.println("key: " + found.key());
            for (var header : found.headers()) {
                byte[] value = Objects.requireNonNullElse(header.value(), new byte[0]);
                out.println(header.key() + ": " + new String(value, StandardCharsets.UTF_8));
            }
            out.println("bytes: " + content.length);
            out.println();
            out.println(new String(content, 0, Math.min(SHOWN_BYTES, content.length), StandardCharsets.UTF_8));
            if (content.length > SHOWN_BYTES) {
                out.println("… (" + (content.length - SHOWN_BYTES) + " bytes more: --raw writes all)");
            }
        }
    }

    /// `copyflow dead-letters replay`.
    @Command(
            name = "replay",
            description = {
                "Puts dead letters back into articles.raw, with their original bytes and headers and one attempt more.",
                "Each letter is put back once; what was put back before is passed over."
            })
    static final class ReplayLetters implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final SettingsOptions settings = new SettingsOptions();

        @Parameters(paramLabel = "ID", arity = "0..*", description = "The letters, as `list` names them.")
        private List<String> ids = List.of();

        @Option(names = "--code", paramLabel = "CODE", description = "All letters with this error code.")
        private @Nullable String code;

        @Option(names = "--all", description = "All letters.")
        private boolean all;

        @Override
        public Integer call() {
            if (ids.isEmpty() && code == null && !all) {
                throw CommandFailure.usage("Nothing to replay: name letters, or use --code or --all.");
            }
            Set<LetterId> named = new HashSet<>();
            ids.forEach(text -> named.add(id(text)));
            Predicate<Letter> wanted =
                    letter -> all || named.contains(letter.id()) || (code != null && code.equals(letter.code()));
            Replayer.Done done = new Replayer(settings.read().kafka(), InstantSource.system()).replay(wanted);
            done.replayed().forEach(letter -> report("replayed", letter));
            done.alreadyReplayed().forEach(letter -> report("already replayed", letter));
            done.replayed().forEach(letter -> named.remove(letter.id()));
            done.alreadyReplayed().forEach(letter -> named.remove(letter.id()));
            named.forEach(missing -> output.err().println("there is no dead letter " + missing));
            return named.isEmpty() ? Exit.DONE : Exit.IN_PART;
        }

        private void report(String what, Letter letter) {
            output.out()
                    .println(what + "  " + letter.id() + "  " + orDash(letter.source()) + "  " + orDash(letter.uri())
                            + "  (" + orDash(letter.code()) + ")");
        }
    }
}
