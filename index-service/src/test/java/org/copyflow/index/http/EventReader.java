package org.copyflow.index.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.EventJson;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events as a browser does.
public final class EventReader implements AutoCloseable {

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private String lastId = "";

    /// @param id the last event id after this event
    public record Received(String name, String id, String data) {

        /// The article's id in a topic event.
        public String article() {
            return EventJson.mapper().readTree(data).at("/article/id").asString();
        }
    }

    EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    public String lastId() {
        return lastId;
    }

    /// Waits for the next event.
    ///
    /// @return absent at the end of the stream
    public @Nullable Received next() throws IOException {
        String name = "message";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return new Received(name, lastId, data);
            } else if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            } else if (line.startsWith("id: ")) {
                lastId = line.substring("id: ".length());
            }
        }
        return null;
    }

    /// The next events, each as `change article`.
    public List<String> next(int count) throws IOException {
        var events = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            Received event = next();
            events.add(event == null ? "end" : event.name() + " " + event.article());
        }
        return events;
    }

    /// The next line as it stands on the wire.
    public @Nullable String line() throws IOException {
        return lines.readLine();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
