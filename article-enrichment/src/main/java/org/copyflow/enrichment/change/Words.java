package org.copyflow.enrichment.change;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The words of a text, to tell how alike two texts are. Digits are left out: a sentence whose figure was corrected
/// is still the same sentence. An ideograph is a word of its own.
final class Words {

    private static final int MAX_CHARS = 4_000;

    private final Set<String> words;

    private Words(Set<String> words) {
        this.words = words;
    }

    /// Of the first 4,000 UTF-16 code units.
    static Words of(String text) {
        var words = new HashSet<String>();
        int length = Math.min(text.length(), MAX_CHARS);
        int start = -1;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (Character.isIdeographic(c)) {
                start = end(text, start, at, words);
                words.add(String.valueOf(c));
            } else if (!Character.isLetter(c) && !Character.isSurrogate(c)) {
                start = end(text, start, at, words);
            } else if (start < 0) {
                start = at;
            }
        }
        end(text, start, length, words);
        return new Words(words);
    }

    private static int end(String text, int start, int at, Set<String> words) {
        if (start >= 0) {
            words.add(text.substring(start, at).toLowerCase(Locale.ROOT));
        }
        return -1;
    }

    /// The share of words that both have (Jaccard): 0 to 1. Two texts without words are alike.
    double likeness(Words other) {
        if (words.isEmpty() && other.words.isEmpty()) {
            return 1;
        }
        Set<String> smaller = words.size() <= other.words.size() ? words : other.words;
        Set<String> larger = words.size() <= other.words.size() ? other.words : words;
        long common = smaller.stream().filter(larger::contains).count();
        return (double) common / (words.size() + other.words.size() - common);
    }

    /// Whether the texts differ in nothing but white space.
    static boolean sameText(String a, String b) {
        return a.equals(b) || plain(a).equals(plain(b));
    }

    /// The text with one space for every run of white space, and none around it.
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        boolean gap = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000') {
                gap = true;
                continue;
            }
            if (gap && !plain.isEmpty()) {
                plain.append(' ');
            }
            gap = false;
            plain.append(c);
        }
        return plain.toString();
    }
}
