package org.copyflow.tail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.TopicEvent;
import tools.jackson.core.JacksonException;

/// Shows events to people, a line each.
public final class EventText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    /// @param zone the zone in which times are shown
    public EventText(ZoneId zone) {
        this.zone = zone;
    }

    /// Time, change, topic and title; the event's text where it is no topic event.
    public String line(ServerEvent event) {
        try {
            TopicEvent change = EventJson.mapper().readValue(event.data(), TopicEvent.class);
            if (change.article() != null && change.topic() != null) {
                return line(change);
            }
        } catch (JacksonException e) {
            // another kind of event, shown as it is
        }
        return event.type() + "  " + event.data();
    }

    private String line(TopicEvent event) {
        String word = switch (event.change()) {
            case ADDED -> "added  ";
            case UPDATED -> "updated";
            case REMOVED -> "removed";
        };
        String title = Objects.requireNonNullElse(event.article().title(), "(no title)");
        return "%s  %s  %s  %s"
                .formatted(
                        TIME.format(event.at().atZone(zone)),
                        word,
                        event.topic().id(),
                        title);
    }
}
