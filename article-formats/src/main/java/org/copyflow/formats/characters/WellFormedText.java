package org.copyflow.formats.characters;

/// Text without halves of surrogate pairs, which JSON's escapes can make: they are no characters and cannot be written
/// again.
public final class WellFormedText {

    private static final char REPLACEMENT = '\uFFFD';

    private WellFormedText() {}

    /// The text itself, or one with a replacement character for each half.
    public static String of(String text) {
        int broken = firstHalf(text, 0);
        if (broken < 0) {
            return text;
        }
        char[] mended = text.toCharArray();
        while (broken >= 0) {
            mended[broken] = REPLACEMENT;
            broken = firstHalf(text, broken + 1);
        }
        return new String(mended);
    }

    /// The place of the first half at or after `from`, or -1.
    private static int firstHalf(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                return i;
            }
            i += pair ? 2 : 1;
        }
        return -1;
    }
}
