package org.copyflow.formats.html.words;

import java.util.HashSet;
import java.util.Set;

/// How alike two short texts are: the shares of the words of each in the other.
public final class Similarity {

    private Similarity() {}

    /// 0 nothing in common, 1 the same words.
    public static double of(String a, String b) {
        Set<String> x = words(a);
        Set<String> y = words(b);
        if (x.isEmpty() || y.isEmpty()) {
            return 0;
        }
        int common = 0;
        for (String word : x) {
            common += y.contains(word) ? 1 : 0;
        }
        return 2.0 * common / (x.size() + y.size());
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
