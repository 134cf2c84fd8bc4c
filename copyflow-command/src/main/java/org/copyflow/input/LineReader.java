package org.copyflow.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads numbered lines and keeps no more of one than a limit, however long it is. Not thread-safe.
final class LineReader {

    static final int MAX_LINE_CHARS = 64 * 1024 * 1024;

    /// After the last line.
    static final Line END = new Line(0, "", false);

    private final BufferedReader reader;
    private final int maxChars;
    private long number;

    /// A line.
    ///
    /// @param number from 1
    /// @param isCut whether it was longer than the limit
    record Line(long number, String text, boolean isCut) {}

    LineReader(BufferedReader reader) {
        this(reader, MAX_LINE_CHARS);
    }

    LineReader(BufferedReader reader, int maxChars) {
        this.reader = reader;
        this.maxChars = maxChars;
    }

    /// The next line, or [#END].
    Line next() {
        try {
            var text = new StringBuilder();
            int read = reader.read();
            if (read < 0) {
                return END;
            }
            boolean isCut = false;
            while (read >= 0 && read != '\n') {
                if (text.length() < maxChars) {
                    text.append((char) read);
                } else {
                    isCut = true;
                }
                read = reader.read();
            }
            number++;
            return new Line(number, text.toString(), isCut);
        } catch (IOException e) {
            throw new UncheckedIOException("the batch cannot be read after line " + number, e);
        }
    }
}
