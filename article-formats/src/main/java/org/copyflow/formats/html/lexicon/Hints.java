package org.copyflow.formats.html.lexicon;

import java.util.HashMap;
import java.util.Map;

/// The words in class names and ids that hint at what an element is for. Immutable.
public final class Hints {

    private static final int MAX_SCANNED_CHARS = 300;
    private static final Hints KNOWN = load("hints.txt");

    private final Map<String, Integer> bitsByWord;
    private final int longest;

    private Hints(Map<String, Integer> bitsByWord) {
        this.bitsByWord = Map.copyOf(bitsByWord);
        longest = bitsByWord.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    public static Hints known() {
        return KNOWN;
    }

    /// The hints in a class or id attribute, as bits of [Hint]: its words, split at anything but letters and where
    /// lower case turns upper, and pairs of neighbouring words run together (`read more` is found in `read-more`).
    public int bitsOf(String names) {
        int bits = 0;
        int end = Math.min(names.length(), MAX_SCANNED_CHARS);
        var word = new StringBuilder(longest + 1);
        String previous = "";
        for (int i = 0; i <= end; i++) {
            char c = i < end ? names.charAt(i) : ' ';
            boolean letter = Character.isLetter(c);
            boolean starts = letter && Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1));
            if (!word.isEmpty() && (!letter || starts)) {
                String found = word.toString();
                bits |= bitsByWord.getOrDefault(found, 0);
                bits |= previous.isEmpty() ? 0 : bitsByWord.getOrDefault(previous + found, 0);
                previous = found;
                word.setLength(0);
            }
            if (letter) {
                word.append(Character.toLowerCase(c));
            } else if (Character.isWhitespace(c)) {
                previous = "";
            }
        }
        return bits;
    }

    private static Hints load(String resource) {
        var bits = new HashMap<String, Integer>();
        for (Map.Entry<String, String> line : WordLists.read(resource)) {
            int bit = Hint.valueOf(line.getKey()).bit();
            for (String word : line.getValue().split(" +")) {
                bits.merge(word, bit, (a, b) -> a | b);
            }
        }
        return new Hints(bits);
    }
}
