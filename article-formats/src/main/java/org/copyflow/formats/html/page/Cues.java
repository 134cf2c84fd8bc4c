package org.copyflow.formats.html.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the phrases of [Cue] in a block's text. Immutable.
final class Cues {

    private static final int MAX_SCANNED_CHARS = 400;
    private static final Cues KNOWN = load("cues.txt");

    private record Phrase(String text, int bit) {}

    private final Map<Integer, List<Phrase>> byFirstChars;

    private Cues(Map<Integer, List<Phrase>> byFirstChars) {
        this.byFirstChars = Map.copyOf(byFirstChars);
    }

    static Cues known() {
        return KNOWN;
    }

    /// What is found, written into the block: the cues it starts with, those anywhere, and the length of the first.
    void mark(PageBlock block) {
        String text = block.text();
        int end = Math.min(text.length(), MAX_SCANNED_CHARS);
        boolean atWord = true;
        int word = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (atWord && (letter || c == '©' || c == '#')) {
                Phrase phrase = at(text, i);
                if (phrase != null) {
                    block.cues |= phrase.bit;
                    if (word == 0) {
                        block.startCues |= phrase.bit;
                        block.startCueChars = Math.max(block.startCueChars, i + phrase.text.length());
                    }
                }
                word++;
            }
            atWord = c > 0x2E80 || (!letter && c != '\'' && c != '’');
        }
    }

    private @Nullable Phrase at(String text, int start) {
        if (start + 1 >= text.length()) {
            return null;
        }
        List<Phrase> phrases = byFirstChars.get(key(text.charAt(start), text.charAt(start + 1)));
        if (phrases == null) {
            return null;
        }
        for (Phrase phrase : phrases) {
            int length = phrase.text.length();
            if (text.regionMatches(true, start, phrase.text, 0, length) && endsWord(text, start + length)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length()
                || !Character.isLetterOrDigit(text.charAt(end))
                || text.charAt(end - 1) > 0x2E80
                || !Character.isLetter(text.charAt(end - 1));
    }

    private static int key(char first, char second) {
        return (Character.toLowerCase(first) << 16) | Character.toLowerCase(second);
    }

    private static Cues load(String resource) {
        var map = new HashMap<Integer, List<Phrase>>();
        for (Map.Entry<String, String> line : WordLists.read(resource)) {
            int bit = Cue.valueOf(line.getKey()).bit();
            for (String phrase : line.getValue().split("\\|")) {
                add(map, phrase.strip(), bit);
            }
        }
        return new Cues(map);
    }

    private static void add(Map<Integer, List<Phrase>> map, String phrase, int bit) {
        if (phrase.length() > 1) {
            List<Phrase> list = map.computeIfAbsent(key(phrase.charAt(0), phrase.charAt(1)), k -> new ArrayList<>());
            list.add(new Phrase(phrase, bit));
            list.sort(Comparator.comparingInt((Phrase p) -> -p.text.length()));
        }
    }
}
