package org.copyflow.formats.html.lexicon;

import java.util.Map;

/// Finds the phrases of [Cue] in a text, in one pass and without regard to case. Immutable.
public final class Cues {

    private static final int MAX_SCANNED_CHARS = 400;
    private static final char FIRST_IDEOGRAPH = 0x2E80;
    public static final Found NOTHING = new Found(0, 0, 0);
    private static final Cues KNOWN = load("cues.txt");

    /// What was found, as bits of [Cue].
    ///
    /// @param start cues of the phrases that the text begins with
    /// @param anywhere cues of all phrases in it
    /// @param startChars how far the phrase reaches that it begins with
    public record Found(int start, int anywhere, int startChars) {}

    private final PhraseTree phrases;

    private Cues(PhraseTree phrases) {
        this.phrases = phrases;
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
        boolean first = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = Letters.isLetterOrDigit(c);
            if (atWord && (letter || c == '©' || c == '#')) {
                long found = phrases.longestAt(text, i);
                if (found != PhraseTree.NONE) {
                    anywhere |= PhraseTree.bits(found);
                    start = first ? PhraseTree.bits(found) : start;
                    startChars = first ? i + PhraseTree.length(found) : startChars;
                }
                first = false;
            }
            atWord = c > FIRST_IDEOGRAPH || (!letter && c != '\'' && c != '’');
        }
        return anywhere == 0 ? NOTHING : new Found(start, anywhere, startChars);
    }

    private static Cues load(String resource) {
        var builder = new PhraseTree.Builder();
        for (Map.Entry<String, String> line : WordLists.read(resource)) {
            int bit = Cue.valueOf(line.getKey()).bit();
            for (String phrase : line.getValue().split("\\|")) {
                if (phrase.strip().length() > 1) {
                    builder.add(phrase.strip(), bit);
                }
            }
        }
        return new Cues(builder.build());
    }
}
