package org.copyflow.index.http.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.SeenEvent;
import org.jspecify.annotations.Nullable;

/// Writes server-sent events (HTML standard, section 9.2). Data is one line, as this project's JSON is. One thread.
final class SseWriter {

    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;

    SseWriter(OutputStream out) {
        this.out = out;
    }

    /// Tells the client how long to wait before it connects again.
    void retryAfter(long milliseconds) throws IOException {
        write("retry: " + milliseconds + "\n\n");
    }

    /// Moves the client's last event id without an event.
    void position(Cursor id) throws IOException {
        write("id: " + id + "\n\n");
    }

    /// An event with its own cursor as its id.
    void event(SeenEvent event) throws IOException {
        out.write(event.encoded(SseWriter::frame));
    }

    /// An event to one who had something already: where its cursor is behind that in some partition, as it may be at
    /// the start, its id says both.
    void event(SeenEvent event, @Nullable Cursor had) throws IOException {
        if (had == null || event.cursor().reaches(had)) {
            event(event);
        } else {
            out.write(frame(event, event.cursor().merge(had)));
        }
    }

    /// What is no event of the feed. The client's last event id stays.
    void notice(String name, Map<String, String> data) throws IOException {
        write("event: " + name + "\ndata: " + EventJson.mapper().writeValueAsString(data) + "\n\n");
    }

    /// A comment: shows that the stream lives, and finds out that a client is gone.
    ///
    /// @param id how far the client has come meanwhile; absent where that is not known
    void heartbeat(@Nullable Cursor id) throws IOException {
        if (id != null) {
            position(id);
        }
        out.write(HEARTBEAT);
        out.flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    private static byte[] frame(SeenEvent event) {
        return frame(event, event.cursor());
    }

    private static byte[] frame(SeenEvent event, Cursor id) {
        String name = event.event().change().name().toLowerCase(Locale.ROOT);
        return ("id: " + id + "\nevent: " + name + "\ndata: " + event.json() + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
