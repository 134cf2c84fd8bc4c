package org.copyflow.benchmarks.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads one answer over HTTP/1.1, in chunks, whose body is an event stream: just what the load needs of it. One
/// thread.
final class EventParser {

    private static final byte[] ARTICLE = ascii("\"article\":{\"id\":\"");
    private static final byte[] ID = ascii("id: ");
    private static final byte[] DATA = ascii("data: ");
    private static final byte[] ADDED = ascii("event: added");
    private static final byte[] OK = ascii("HTTP/1.1 200");
    private static final int HEX = 16;

    private final Events events;
    private final Line framing = new Line();
    private final Line body = new Line();
    private State state = State.STATUS;
    private int chunk;
    private String id = "";
    private boolean added;
    private String article = "";

    /// Told what comes.
    interface Events {
        /// The end of an event, or of what only moves the position.
        ///
        /// @param articleId of an article that was added; empty for anything else
        /// @param id where to go on
        void event(String articleId, String id);
    }

    private enum State {
        STATUS,
        HEADERS,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END
    }

    /// What came of a line.
    private static final class Line {
        private byte[] bytes = new byte[256];
        private int length;

        /// @return how many bytes were taken; the last of them is the line's end if there is one
        int take(ByteBuffer from, int most) {
            int begin = from.position();
            int end = begin;
            while (end < begin + most && from.get(end) != '\n') {
                end++;
            }
            int taken = Math.min(most, end - begin + 1);
            if (bytes.length < length + taken) {
                bytes = Arrays.copyOf(bytes, 2 * (length + taken));
            }
            from.get(bytes, length, taken);
            length += taken;
            return taken;
        }

        boolean isWhole() {
            return length > 0 && bytes[length - 1] == '\n';
        }

        /// Without its end.
        int end() {
            return length > 1 && bytes[length - 2] == '\r' ? length - 2 : length - 1;
        }

        boolean startsWith(byte[] beginning) {
            return holds(beginning, 0);
        }

        boolean holds(byte[] part, int at) {
            return length >= at + part.length && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
        }

        String text(int from, int end) {
            return new String(bytes, from, end - from, StandardCharsets.UTF_8);
        }
    }

    EventParser(Events events) {
        this.events = events;
    }

    /// @return whether it goes on; false where the answer is another than 200 or ends
    boolean take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (state == State.CHUNK) {
                chunk -= body.take(bytes, Math.min(chunk, bytes.remaining()));
                if (body.isWhole()) {
                    bodyLine();
                    body.length = 0;
                }
                state = chunk == 0 ? State.CHUNK_END : state;
            } else {
                framing.take(bytes, bytes.remaining());
                if (framing.isWhole() && !framingLine()) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean framingLine() {
        int end = framing.end();
        framing.length = 0;
        switch (state) {
            case STATUS -> {
                state = State.HEADERS;
                return Arrays.equals(framing.bytes, 0, OK.length, OK, 0, OK.length);
            }
            case HEADERS -> state = end == 0 ? State.CHUNK_SIZE : state;
            case CHUNK_SIZE -> {
                chunk = Integer.parseInt(framing.text(0, end), HEX);
                state = State.CHUNK;
                return chunk > 0;
            }
            case CHUNK_END, CHUNK -> state = State.CHUNK_SIZE;
        }
        return true;
    }

    private void bodyLine() {
        if (body.end() == 0) {
            events.event(article, id);
            article = "";
            added = false;
        } else if (body.startsWith(ID)) {
            id = body.text(ID.length, body.end());
        } else if (body.startsWith(ADDED)) {
            added = true;
        } else if (added && body.startsWith(DATA)) {
            article = articleId();
        }
    }

    private String articleId() {
        for (int at = DATA.length; at + ARTICLE.length < body.length; at++) {
            if (body.holds(ARTICLE, at)) {
                int begin = at + ARTICLE.length;
                int end = begin;
                while (end < body.length && body.bytes[end] != '"') {
                    end++;
                }
                return body.text(begin, end);
            }
        }
        return "";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
