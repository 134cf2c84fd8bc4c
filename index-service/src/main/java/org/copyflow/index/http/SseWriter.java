package org.copyflow.index.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    void position(String id) throws IOException {
        write("id: " + id + "\n\n");
    }

    /// @param id absent where the client's last event id stays
    void event(String name, @Nullable String id, String data) throws IOException {
        write((id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n");
    }

    /// A comment: shows that the stream lives, and finds out that a client is gone.
    void heartbeat() throws IOException {
        out.write(HEARTBEAT);
        out.flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
