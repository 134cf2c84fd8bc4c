package org.copyflow.formats.newsroom;

import java.util.Locale;
import java.util.Set;

/// The shape of a line of text: how long it is, in which script, whether a sentence ends with it. Everything is one
/// pass over the characters.
public final class Prose {

    private static final String TERMINALS = ".!?。！？…‥";
    private static final String CLOSERS = "\"'”’»)]）】》」』*_  \t";
    private static final String OPENERS = "\"'“‘«(（【《「『";
    private static final Set<String> FUNCTION_WORDS = WordList.words("function-words.txt");

    /// One ideograph carries about this much of an English word.
    private static final double WORDS_AN_IDEOGRAPH = 0.6;

    private Prose() {}

    /// Length in words; ideographs count by their share of one.
    public static int words(String text) {
        int words = 0;
        int ideographs = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isIdeograph(c)) {
                ideographs++;
                inWord = false;
            } else if (Character.isWhitespace(c) || c == '\u00A0') {
                inWord = false;
            } else if (!inWord && Character.isLetterOrDigit(c)) {
                inWord = true;
                words++;
            }
        }
        return words + (int) Math.ceil(ideographs * WORDS_AN_IDEOGRAPH);
    }

    /// Without the white space at its ends, no-break and zero-width spaces with it.
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /// True where the text ends as a sentence does, closing quotes and brackets aside.
    public static boolean endsSentence(String text) {
        int end = lastInk(text);
        return end >= 0 && TERMINALS.indexOf(text.charAt(end)) >= 0;
    }

    /// True where the text introduces what follows: it ends in a colon or a dash.
    public static boolean endsOpen(String text) {
        int end = lastInk(text);
        return end >= 0 && ":：—–".indexOf(text.charAt(end)) >= 0;
    }

    private static int lastInk(String text) {
        int end = text.length() - 1;
        while (end >= 0 && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end--;
        }
        return end;
    }

    /// True where a reader takes the text for a paragraph of an article rather than a label: a sentence of some length.
    public static boolean isParagraph(String text) {
        int words = words(text);
        return words >= 25 || (words >= 6 && endsSentence(text)) || (words >= 10 && endsOpen(text));
    }

    public static boolean startsLower(String text) {
        int start = 0;
        while (start < text.length() && OPENERS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start < text.length() && Character.isLowerCase(text.charAt(start));
    }

    /// True where the last word cannot end a sentence or a headline: an article, a preposition, a conjunction.
    public static boolean endsInFunctionWord(String text) {
        int space = text.lastIndexOf(' ');
        return FUNCTION_WORDS.contains(text.substring(space + 1).toLowerCase(Locale.ROOT));
    }

    /// True where every word of weight begins with a capital, as in the headlines of many English papers.
    public static boolean isTitleCase(String text) {
        int upper = 0;
        int lower = 0;
        for (String word : text.split(" ", -1)) {
            if (word.isEmpty() || FUNCTION_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                continue;
            }
            int first = firstLetter(word);
            if (first >= 0) {
                upper += Character.isUpperCase(word.charAt(first)) ? 1 : 0;
                lower += Character.isLowerCase(word.charAt(first)) ? 1 : 0;
            }
        }
        return upper > 0 && upper >= 4 * lower;
    }

    public static boolean isAllCaps(String text) {
        int upper = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c) || isIdeograph(c)) {
                return false;
            }
            upper += Character.isUpperCase(c) ? 1 : 0;
        }
        return upper > 1;
    }

    /// True where more of the letters are Chinese, Japanese or Korean than are not.
    public static boolean isEastAsian(CharSequence text) {
        int ideographs = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isIdeograph(c)) {
                ideographs++;
            } else if (Character.isLetter(c)) {
                others++;
            }
        }
        return ideographs * 3 > others;
    }

    public static boolean isIdeograph(char c) {
        return (c >= '\u3040' && c <= '\u30FF')
                || (c >= '\u3400' && c <= '\u9FFF')
                || (c >= '\uAC00' && c <= '\uD7A3')
                || (c >= '\uF900' && c <= '\uFAFF');
    }

    private static int firstLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetter(word.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
