package org.copyflow.formats.html.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the phrases of [Cue] in a text. Immutable.
public final class Cues {

    private static final int MAX_SCANNED_CHARS = 400;
    private static final int PAIRS = 1 << 13;
    private static final char FIRST_IDEOGRAPH = 0x2E80;
    public static final Found NOTHING = new Found(0, 0, 0);
    private static final Cues KNOWN = load("cues.txt");

    /// What was found, as bits of [Cue].
    ///
    /// @param start cues of the phrases that the text begins with
    /// @param anywhere cues of all phrases in it
    /// @param startChars how far the phrase reaches that it begins with
    public record Found(int start, int anywhere, int startChars) {}

    private record Phrase(String text, int bit) {}

    private final Map<Integer, List<Phrase>> byFirstChars;
    /// Which pairs of first characters occur at all, by the low bits of their keys: most words end here.
    private final boolean[] begins = new boolean[PAIRS];

    private Cues(Map<Integer, List<Phrase>> byFirstChars) {
        this.byFirstChars = Map.copyOf(byFirstChars);
        byFirstChars.keySet().forEach(key -> begins[pair(key)] = true);
    }

    public static Cues known() {
        return KNOWN;
    }

    /// The phrases in a text, as far as it is looked at.
    public Found find(String text) {
        int end = Math.min(text.length(), MAX_SCANNED_CHARS);
        int start = 0;
        int startChars = 0;
        int anywhere = 0;
        boolean atWord = true;
        int word = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (atWord && (letter || c == '©' || c == '#')) {
                Phrase phrase = at(text, i);
                if (phrase != null) {
                    anywhere |= phrase.bit;
                    start |= word == 0 ? phrase.bit : 0;
                    startChars = word == 0 ? Math.max(startChars, i + phrase.text.length()) : startChars;
                }
                word++;
            }
            atWord = c > FIRST_IDEOGRAPH || (!letter && c != '\'' && c != '’');
        }
        return anywhere == 0 ? NOTHING : new Found(start, anywhere, startChars);
    }

    private @Nullable Phrase at(String text, int start) {
        if (start + 1 >= text.length()) {
            return null;
        }
        int key = key(text.charAt(start), text.charAt(start + 1));
        List<Phrase> phrases = begins[pair(key)] ? byFirstChars.get(key) : null;
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
                || text.charAt(end - 1) > FIRST_IDEOGRAPH
                || !Character.isLetter(text.charAt(end - 1));
    }

    private static int pair(int key) {
        return ((key >>> 16) * 61 + (key & 0xFFFF)) & (PAIRS - 1);
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
