package org.copyflow.formats.html.page;

/// Gathers the text of a block: single spaces, no invisible characters. Not thread-safe; used again for each block.
final class InlineText {

    private final StringBuilder text = new StringBuilder(512);
    private boolean space;

    void append(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c == 0xA0) {
                space = true;
            } else if (c < 0x7F || !isOdd(c)) {
                if (space && !text.isEmpty()) {
                    text.append(' ');
                }
                space = false;
                text.append(c);
            } else if (Character.isSpaceChar(c) || c == 0x85) {
                space = true;
            }
        }
    }

    void space() {
        space = true;
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /// The text so far; what follows starts anew.
    String take() {
        String taken = text.toString();
        text.setLength(0);
        space = false;
        return taken;
    }

    /// Spaces other than the plain one, soft hyphens, zero-width and direction marks, controls, private use, U+FFFD.
    private static boolean isOdd(char c) {
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
