package org.copyflow.reading;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.copyflow.running.PipelineClient;
import org.jspecify.annotations.Nullable;

/// A reader of an event stream on a connection of its own, which reads when it is told to, so that a test decides how
/// slow it is. It takes few bytes ahead.
final class SocketReader implements Closeable {

    private static final int BUFFER_BYTES = 4_096;
    private static final int PATIENCE_MS = 120_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private String lastId = "";

    /// An event as it came.
    record Event(String id, String name, String data) {

        String article() {
            return PipelineClient.json(data).path("article").path("id").asString("");
        }

        String said(String field) {
            return PipelineClient.json(data).path(field).asString("");
        }
    }

    /// Asks, and reads the answer's head.
    ///
    /// @param service as `http://127.0.0.1:8080`
    /// @param headers that it sends
    SocketReader(String service, String path, Map<String, String> headers) {
        URI address = URI.create(service);
        try {
            socket.setReceiveBufferSize(BUFFER_BYTES);
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            var request = new StringBuilder("GET " + path + " HTTP/1.0\r\nHost: " + address.getAuthority() + "\r\n");
            headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
            in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), BUFFER_BYTES);
            String status = in.readLine();
            if (status == null || !status.contains(" 200 ")) {
                throw new IllegalStateException(path + " was answered " + status);
            }
            while (!"".equals(in.readLine())) {
                // a header
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next event that came whole, as browsers have it: one that was broken off never was.
    ///
    /// @return absent at the end of the stream
    @Nullable
    Event next() throws IOException {
        String id = lastId;
        String name = "";
        String data = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty()) {
                lastId = id;
                if (!data.isEmpty()) {
                    return new Event(id, name, data);
                }
                name = "";
            }
        }
        return null;
    }

    /// Reads until the stream says where it is, as a new one does before anything happens.
    String position() throws IOException {
        while (lastId.isEmpty()) {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("the stream ended");
            }
            lastId = line.startsWith("id: ") ? line.substring(4) : "";
        }
        return lastId;
    }

    /// Where to go on, as a browser remembers it.
    String lastId() {
        return lastId;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
