package org.copyflow.formats.html.words;

import java.util.HashSet;
import java.util.Set;

/// How alike short texts are: the shares of the words of each in the other. Immutable.
public final class Similarity {

    private final Set<String> words;

    private Similarity(Set<String> words) {
        this.words = words;
    }

    /// The words of a text, to be compared.
    public static Similarity of(String text) {
        return new Similarity(words(text));
    }

    /// 0 nothing in common, 1 the same words.
    public double to(Similarity other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        int common = 0;
        for (String word : words) {
            common += other.words.contains(word) ? 1 : 0;
        }
        return 2.0 * common / (words.size() + other.words.size());
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        var word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean ideograph = c > 0x2E80 && Character.isLetter(c);
            if (Character.isLetterOrDigit(c) && !ideograph) {
                word.append(Character.toLowerCase(c));
            } else {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (ideograph) {
                    words.add(String.valueOf(c));
                }
            }
        }
        return words;
    }
}
