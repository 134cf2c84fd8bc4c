package org.copyflow.formats.characters;

/// Characters that stand for no text: C0 and C1 controls, as NUL or the marks of old terminals.
public final class ControlCharacters {

    private ControlCharacters() {}

    /// The text without them, except tabs and line breaks.
    public static String removed(String text) {
        int first = 0;
        while (first < text.length() && !isRemoved(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        var kept = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isRemoved(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /// Whether there are any, except tabs and line breaks.
    public static boolean areIn(String text) {
        return text.chars().anyMatch(c -> isRemoved((char) c));
    }

    private static boolean isRemoved(char c) {
        return Character.isISOControl(c) && !(c >= '\t' && c <= '\r') && c != '\u0085'; // the next line of mainframes
    }
}
