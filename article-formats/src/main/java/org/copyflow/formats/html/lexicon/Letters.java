package org.copyflow.formats.html.lexicon;

/// Questions about characters that are asked of every character of a page: answered from a table for the Latin ones.
public final class Letters {

    private static final int LATIN = 0x180;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final boolean[] LETTER_OR_DIGIT = new boolean[LATIN];
    private static final char[] FOLDED = new char[LATIN];
    private static final char[] LOWER = new char[LATIN];

    static {
        for (char c = 0; c < LATIN; c++) {
            LETTER_OR_DIGIT[c] = Character.isLetterOrDigit(c);
            LOWER[c] = Character.toLowerCase(c);
            FOLDED[c] = Character.toLowerCase(Character.toUpperCase(c));
        }
    }

    private Letters() {}

    public static boolean isLetterOrDigit(char c) {
        return c < LATIN ? LETTER_OR_DIGIT[c] : Character.isLetterOrDigit(c);
    }

    public static char lower(char c) {
        return c < LATIN ? LOWER[c] : Character.toLowerCase(c);
    }

    /// The hash of a word and one letter more, whatever its case. That of no letters is 0.
    public static long hash(long word, char c) {
        return (word + folded(c)) * FACTOR;
    }

    static long hash(String word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        return hash;
    }

    /// The same for characters that differ in case only, as [String#regionMatches] with `ignoreCase` sees them.
    static char folded(char c) {
        return c < LATIN ? FOLDED[c] : Character.toLowerCase(Character.toUpperCase(c));
    }
}
