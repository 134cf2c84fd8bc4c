package org.copyflow.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.Output;
import org.copyflow.terminal.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `copyflow topics`: the catalogue of Kafka topics.
@Command(name = "topics", description = "Lists the Kafka topics, in the order in which data flows, and what they hold.")
final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(names = "--json", description = "Prints a JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        var table = new Table("TOPIC", "KEY", "CLEANUP", "RETENTION", "HOLDS");
        for (EventTopic<?, ?> topic : EventTopics.all()) {
            Row row = Row.of(topic);
            if (json) {
                output.out().println(EventJson.mapper().writeValueAsString(row));
            } else {
                String retention = row.retentionDays == null ? "for good" : row.retentionDays + " days";
                table.row(row.name, row.key, row.cleanup, retention, row.holds);
            }
        }
        if (!json) {
            table.print(output.out());
        }
        return Exit.DONE;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(
            String name,
            String key,
            String cleanup,
            @Nullable Long retentionDays,
            String holds) {
        static Row of(EventTopic<?, ?> topic) {
            String cleanup = switch (topic.cleanup()) {
                case DELETE, DELETE_AS_WRITTEN -> "delete";
                case COMPACT -> "compact";
            };
            Long days = topic.retention().equals(Duration.ZERO)
                    ? null
                    : topic.retention().toDays();
            return new Row(topic.name(), topic.key(), cleanup, days, topic.holds());
        }
    }
}
