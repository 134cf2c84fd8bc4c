package org.copyflow.formats.html;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where the contents of scripts, style sheets and drawings stand in a page's bytes: half of a page, and nothing that
/// has to be parsed to read its text. Found in one pass, as a browser's tokeniser finds them (HTML, 13.2.5). What is no
/// plain one (a comment in a script, words in a drawing, a tag that closes itself) is left to the parser, and so is
/// what states facts (JSON-LD).
final class RawTexts {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final byte[] SCRIPT = ascii("script");
    private static final byte[] STYLE = ascii("style");
    private static final byte[] DRAWING = ascii("svg");
    /// Elements of drawings that hold no words.
    private static final byte[][] SHAPES = Stream.of(
                    "path",
                    "g",
                    "use",
                    "circle",
                    "rect",
                    "polygon",
                    "line",
                    "polyline",
                    "ellipse",
                    "defs",
                    "symbol",
                    "stop",
                    "mask",
                    "clippath",
                    "lineargradient",
                    "radialgradient")
            .map(RawTexts::ascii)
            .toArray(byte[][]::new);
    private static final byte[] COMMENT = ascii("!--");
    private static final byte[] STATED = ascii("ld+json");
    private static final byte[] REFERENCE = ascii("&");
    private static final String AFTER_NAME = "\t\n\f\r />";
    /// Shorter ones cost next to nothing, and may be words of a title.
    private static final int MIN_BYTES = 64;

    /// The contents of an element, from a byte to another.
    record Span(int from, int to) {}

    private final byte[] page;
    private final List<Span> scripts = new ArrayList<>();
    private final List<Span> needless = new ArrayList<>();

    /// @param page in UTF-8
    RawTexts(byte[] page) {
        this.page = page;
        int open = next('<', 0);
        while (open < page.length) {
            open = next('<', beyond(open));
        }
    }

    /// What the parser does not need, in the order of the page.
    List<Span> needless() {
        return needless;
    }

    /// What all scripts say, in the order of the page.
    List<String> scripts() {
        return scripts.stream()
                .map(span -> new String(page, span.from, span.to - span.from, StandardCharsets.UTF_8))
                .toList();
    }

    /// Notes what begins with a `<`, and says where to go on.
    private int beyond(int open) {
        int name = open + 1;
        byte first = name < page.length ? page[name] : 0;
        if (first == '!') {
            return startsWith(COMMENT, name) ? commentEnd(name) : name;
        }
        if (first != 's' && first != 'S') {
            return name;
        }
        if (isName(DRAWING, name)) {
            return drawing(name);
        }
        return isName(SCRIPT, name) ? note(SCRIPT, name) : isName(STYLE, name) ? note(STYLE, name) : name;
    }

    /// Notes a drawing of nothing but shapes, without the space at its start.
    private int drawing(int name) {
        int tag = tagEnd(name + DRAWING.length);
        int from = blankEnd(tag + 1);
        int at = from;
        while (isShape(at)) {
            at = blankEnd(tagEnd(at + 1) + 1);
        }
        if (page[Math.min(tag, page.length) - 1] != '/'
                && at - from >= MIN_BYTES
                && at < page.length
                && page[at] == '<'
                && isEnd(DRAWING, at)) {
            needless.add(new Span(from, at));
        }
        return Math.min(at, page.length);
    }

    private int blankEnd(int from) {
        int at = from;
        while (at < page.length && page[at] <= ' ' && page[at] >= 0) {
            at++;
        }
        return at;
    }

    private boolean isShape(int open) {
        if (open + 1 >= page.length || page[open] != '<') {
            return false;
        }
        int name = page[open + 1] == '/' ? open + 2 : open + 1;
        for (byte[] shape : SHAPES) {
            if (isName(shape, name)) {
                return true;
            }
        }
        return false;
    }

    /// `-->` or `--!>` ends a comment; the hyphens of the former may be those that begin it.
    private int commentEnd(int mark) {
        int text = mark + COMMENT.length;
        int close = next('>', text);
        while (close < page.length) {
            boolean banged = page[close - 1] == '!' && close - 2 > text;
            int hyphen = banged ? close - 2 : close - 1;
            if (page[hyphen] == '-' && page[hyphen - 1] == '-') {
                return close;
            }
            close = next('>', close + 1);
        }
        return close;
    }

    private int note(byte[] element, int name) {
        int from = tagEnd(name + element.length) + 1;
        if (from > page.length || page[from - 2] == '/') {
            return from;
        }
        boolean plain = true;
        int to = next('<', from);
        while (to < page.length && !isEnd(element, to)) {
            plain &= !startsWith(COMMENT, to + 1);
            to = next('<', to + 1);
        }
        if (to < page.length) {
            var contents = new Span(from, to);
            boolean stated = contains(STATED, name, from) || contains(REFERENCE, name, from);
            if (element == SCRIPT) {
                scripts.add(contents);
            }
            if (plain && !stated && to - from >= MIN_BYTES) {
                needless.add(contents);
            }
        }
        return to + 1;
    }

    /// The `>` of a tag, beyond the values of its attributes.
    private int tagEnd(int from) {
        int at = from;
        while (at < page.length && page[at] != '>') {
            at = page[at] == '=' ? valueEnd(at + 1) : at + 1;
        }
        return at;
    }

    private int valueEnd(int from) {
        int at = from;
        while (at < page.length && page[at] <= ' ' && page[at] > 0) {
            at++;
        }
        if (at < page.length && (page[at] == '"' || page[at] == '\'')) {
            return next(page[at], at + 1) + 1;
        }
        while (at < page.length && page[at] != '>' && (page[at] > ' ' || page[at] < 0)) {
            at++;
        }
        return at;
    }

    private boolean isEnd(byte[] element, int open) {
        return open + 1 < page.length && page[open + 1] == '/' && isName(element, open + 2);
    }

    /// Whether an element's name stands at an offset, and ends there.
    private boolean isName(byte[] element, int at) {
        int end = at + element.length;
        return startsWith(element, at) && end < page.length && AFTER_NAME.indexOf(page[end]) >= 0;
    }

    private boolean contains(byte[] word, int from, int to) {
        for (int at = from; at < to; at++) {
            if (startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /// Without regard to case.
    private boolean startsWith(byte[] word, int at) {
        if (at + word.length > page.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            byte b = page[at + i];
            if ((b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where a byte stands next, the page's length where it does not: eight at a time (H. S. Warren, Hacker's Delight,
    /// 6-1).
    private int next(int wanted, int from) {
        int at = from;
        for (; at + Long.BYTES <= page.length; at += Long.BYTES) {
            long differs = (long) LONGS.get(page, at) ^ EACH_BYTE * wanted;
            long found = (differs - EACH_BYTE) & ~differs & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < page.length && page[at] != wanted) {
            at++;
        }
        return Math.min(at, page.length);
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
