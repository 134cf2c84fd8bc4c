package org.copyflow.index.webhooks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;

/// A receiver of webhooks that speaks HTTP/1.0: one message a connection, and no word that it closes it.
final class ClosingSink implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final Manner manner;

    enum Manner {
        /// As soon as it has answered; the sender may learn of it too late.
        CLOSES_AT_ONCE,
        /// Once more comes over the connection: the sender always learns of it too late.
        CLOSES_LATE,
        /// Before it answers.
        NEVER_ANSWERS
    }

    ClosingSink(Manner manner) {
        this.manner = manner;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    HttpUrl url() {
        return HttpUrl.get("http://127.0.0.1:" + server.getLocalPort() + "/events");
    }

    int connections() {
        return connections.get();
    }

    /// How many messages it has answered.
    int taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> take(socket));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void take(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            read(in);
            if (manner == Manner.NEVER_ANSWERS) {
                return;
            }
            taken.incrementAndGet();
            socket.getOutputStream()
                    .write("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            if (manner == Manner.CLOSES_LATE) {
                int _ = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).trim());
            }
        }
        for (int i = 0; i < length; i++) {
            int _ = in.read();
        }
    }
}
