package org.copyflow.formats.html.page;

import java.util.Arrays;

/// Gathers the text of a block: single spaces, no invisible characters. Not thread-safe; used again for each block.
final class InlineText {

    private static final int FIRST_CHARS = 4096;

    private char[] text = new char[FIRST_CHARS];
    private int length;
    private boolean space;

    void append(String raw) {
        int end = raw.length();
        if (length + 2 * end + 1 > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + 2 * end + 1));
        }
        int from = length + 1; // a space may come before
        raw.getChars(0, end, text, from);
        for (int i = from; i < from + end; i++) {
            char c = text[i];
            if (c <= ' ' || c == 0xA0) {
                space = true;
            } else if (c < 0x7F || !isOdd(c)) {
                if (space && length > 0) {
                    text[length++] = ' ';
                }
                space = false;
                text[length++] = c;
            } else if (Character.isSpaceChar(c) || c == 0x85) {
                space = true;
            }
        }
    }

    void space() {
        space = true;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /// The text so far is the first of these; they hold until more is gathered.
    char[] chars() {
        return text;
    }

    /// The text so far; what follows starts anew.
    String take() {
        String taken = new String(text, 0, length);
        length = 0;
        space = false;
        return taken;
    }

    /// Spaces other than the plain one, soft hyphens, zero-width and direction marks, controls, private use.
    private static boolean isOdd(char c) {
        if ((c >= 0xC0 && c < 0x600) || (c >= 0x3040 && c <= 0xD7FF)) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> c == '\uFFFC';
        };
    }
}
