package org.copyflow.benchmarks.streams;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One reader of the events of one source, which breaks off at random and goes on where it was. One thread.
final class StreamReader implements EventParser.Events {

    private static final int EVENTS_A_CONNECTION = 50;

    private final URI server;
    private final String source;
    private final LoadArticles articles;
    private final StreamReaders all;
    private final SplittableRandom random;
    private final BitSet seen = new BitSet();
    private EventParser parser = new EventParser(this);
    private @Nullable SocketChannel channel;
    private String lastId = "";
    private int connections;
    private int repeats;
    private boolean breaksOff;

    StreamReader(URI server, String source, LoadArticles articles, StreamReaders all, SplittableRandom random) {
        this.server = server;
        this.source = source;
        this.articles = articles;
        this.all = all;
        this.random = random;
    }

    void connect(Selector selector) throws IOException {
        parser = new EventParser(this);
        breaksOff = false;
        connections++;
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /// @return whether the connection goes on
    boolean ready(SelectionKey key, ByteBuffer buffer) throws IOException {
        SocketChannel open = (SocketChannel) key.channel();
        if (key.isConnectable()) {
            open.finishConnect();
            open.write(ByteBuffer.wrap(request().getBytes(StandardCharsets.US_ASCII)));
            key.interestOps(SelectionKey.OP_READ);
            return true;
        }
        buffer.clear();
        int count = open.read(buffer);
        return count >= 0 && parser.take(buffer.flip()) && !breaksOff;
    }

    void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void event(String articleId, String id) {
        if (breaksOff) {
            return; // what comes after it broke off is not had
        }
        if (lastId.isEmpty()) {
            all.opened();
        }
        lastId = id;
        int number = articles.number(articleId);
        if (number >= 0) {
            all.event(number);
            repeats += seen.get(number) ? 1 : 0;
            seen.set(number);
            breaksOff = random.nextInt(EVENTS_A_CONNECTION) == 0;
        }
    }

    long missed() {
        return articles.accepted(source).stream()
                .filter(number -> !seen.get(number))
                .count();
    }

    int repeats() {
        return repeats;
    }

    int reconnects() {
        return Math.max(0, connections - 1);
    }

    private String request() {
        return "GET /v1/stream?history=0&source=" + source + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nAccept: text/event-stream\r\n"
                + (lastId.isEmpty() ? "" : "Last-Event-ID: " + lastId + "\r\n") + "\r\n";
    }
}
