package org.copyflow.benchmarks.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// All readers, served by one thread, so that they take little from the machine that is measured.
final class StreamReaders {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int CONNECTING_AT_ONCE = 50;

    private final Selector selector;
    private final List<StreamReader> readers = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stopped;
    private int[] numbers = new int[1 << 16];
    private long[] times = new long[1 << 16];

    StreamReaders(URI server, int count, LoadArticles articles, long seed) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < count; i++) {
            readers.add(new StreamReader(server, articles.source(i), articles, this, new SplittableRandom(seed + i)));
        }
        thread = Thread.ofPlatform().name("readers").start(this::run);
    }

    int openedCount() {
        return opened.get();
    }

    int events() {
        return events.get();
    }

    void stop() throws InterruptedException {
        stopped = true;
        selector.wakeup();
        thread.join();
    }

    /// To be asked once they are stopped.
    List<StreamReader> readers() {
        return readers;
    }

    /// From 202 to a reader's event, in nanoseconds, least first; once they are stopped.
    long[] latencies(LoadArticles articles) {
        long[] late = new long[events.get()];
        for (int i = 0; i < late.length; i++) {
            long accepted = articles.acceptedAt(numbers[i]);
            late[i] = accepted == 0 ? 0 : Math.max(0, times[i] - accepted);
        }
        Arrays.sort(late);
        return late;
    }

    void opened() {
        opened.incrementAndGet();
    }

    /// An article came to a reader.
    void event(int number) {
        int at = events.get();
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
            times = Arrays.copyOf(times, 2 * at);
        }
        numbers[at] = number;
        times[at] = System.nanoTime();
        events.incrementAndGet();
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        int connected = 0;
        try {
            while (!stopped) {
                for (; connected < readers.size() && connected - opened.get() < CONNECTING_AT_ONCE; connected++) {
                    readers.get(connected).connect(selector);
                }
                selector.select(key -> ready(key, buffer), 100);
            }
            for (StreamReader reader : readers) {
                reader.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the readers cannot go on", e);
        }
    }

    private void ready(SelectionKey key, ByteBuffer buffer) {
        var reader = (StreamReader) key.attachment();
        try {
            if (!goesOn(reader, key, buffer)) {
                reader.close();
                reader.connect(selector);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a reader cannot connect again", e);
        }
    }

    private static boolean goesOn(StreamReader reader, SelectionKey key, ByteBuffer buffer) {
        try {
            return reader.ready(key, buffer);
        } catch (IOException e) {
            return false; // goes on with the last event's id
        }
    }
}
