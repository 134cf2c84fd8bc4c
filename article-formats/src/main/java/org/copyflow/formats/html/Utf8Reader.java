package org.copyflow.formats.html;

import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/// Reads bytes that are known to be UTF-8 as characters, without a string in between and without what is
/// needless: most of a page is ASCII, which it takes eight bytes at a time. Not thread-safe.
final class Utf8Reader extends Reader {

    /// What [#chars] says of bytes that are not UTF-8.
    static final int INVALID = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long BEYOND_ASCII = 0x8080808080808080L;
    private static final int STRIDE = Long.BYTES;
    private static final int LONG_RUN = 128;

    private final byte[] bytes;
    private final Iterator<RawTexts.Span> spans;
    private int at;
    /// Where what is read ends for now.
    private int end;
    /// Where it goes on then.
    private int resume;
    /// The second half of a pair of surrogates that did not fit; 0 where there is none.
    private char pending;

    Utf8Reader(byte[] bytes, List<RawTexts.Span> needless) {
        this.bytes = bytes;
        spans = needless.iterator();
        advance();
    }

    /// Goes on after what is left out.
    private void advance() {
        at = resume;
        RawTexts.Span next = spans.hasNext() ? spans.next() : new RawTexts.Span(bytes.length, bytes.length);
        end = next.from();
        resume = next.to();
    }

    /// How many characters the bytes are as UTF-8 (Unicode, table 3-7), or [#INVALID].
    static int chars(byte[] bytes) {
        int chars = 0;
        int i = 0;
        while (i < bytes.length) {
            if (i + STRIDE <= bytes.length && ((long) LONGS.get(bytes, i) & BEYOND_ASCII) == 0) {
                i += STRIDE;
                chars += STRIDE;
                continue;
            }
            int size = sequence(bytes, i);
            if (size == 0) {
                return INVALID;
            }
            i += size;
            chars += size == 4 ? 2 : 1;
        }
        return chars;
    }

    /// How many bytes the character at an offset has, 0 where there is none.
    private static int sequence(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || i + size > bytes.length) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        boolean whole = second >= least && second <= most;
        for (int k = 2; k < size; k++) {
            whole &= (bytes[i + k] & 0xC0) == 0x80;
        }
        return whole ? size : 0;
    }

    @Override
    public int read(char[] out, int offset, int length) {
        int to = offset;
        int last = offset + length;
        if (pending != 0 && to < last) {
            out[to++] = pending;
            pending = 0;
        }
        while (to < last && at < bytes.length) {
            if (at == end) {
                advance();
            } else {
                to = ascii(out, to, last);
                to = to < last && at < end ? character(out, to, last) : to;
            }
        }
        return to == offset && length > 0 ? -1 : to - offset;
    }

    /// Whole strides of ASCII, as many as there are: the platform widens long runs faster than a loop here can.
    private int ascii(char[] out, int to, int limit) {
        int last = Math.min(end, at + limit - to) - STRIDE;
        int i = at;
        while (i <= last && ((long) LONGS.get(bytes, i) & BEYOND_ASCII) == 0) {
            i += STRIDE;
        }
        int run = i - at;
        if (run >= LONG_RUN) {
            new String(bytes, at, run, StandardCharsets.ISO_8859_1).getChars(0, run, out, to);
        } else {
            for (int k = 0; k < run; k++) {
                out[to + k] = (char) bytes[at + k];
            }
        }
        at = i;
        return to + run;
    }

    private int character(char[] out, int to, int limit) {
        int lead = bytes[at++];
        if (lead >= 0) {
            out[to] = (char) lead;
        } else if ((lead & 0xE0) == 0xC0) {
            out[to] = (char) ((lead & 0x1F) << 6 | next());
        } else if ((lead & 0xF0) == 0xE0) {
            out[to] = (char) ((lead & 0x0F) << 12 | next() << 6 | next());
        } else {
            int point = (lead & 0x07) << 18 | next() << 12 | next() << 6 | next();
            out[to] = Character.highSurrogate(point);
            if (to + 1 == limit) {
                pending = Character.lowSurrogate(point);
            } else {
                out[to + 1] = Character.lowSurrogate(point);
                return to + 2;
            }
        }
        return to + 1;
    }

    private int next() {
        return bytes[at++] & 0x3F;
    }

    @Override
    public void close() {
        at = bytes.length;
    }
}
