package org.copyflow.formats.html.lexicon;

import java.util.Map;

/// The phrases of [Cue], found without regard to case. Immutable.
public final class Cues {

    /// How much of a text is looked at.
    public static final int MAX_SCANNED_CHARS = 400;
    /// What [#longestAt] says where no phrase stands.
    public static final long NONE = PhraseTree.NONE;

    private static final char FIRST_IDEOGRAPH = 0x2E80;
    private static final Cues KNOWN = load("cues.txt");

    private final PhraseTree phrases;
    private final WordSieve firstWords;

    private Cues(PhraseTree phrases, WordSieve firstWords) {
        this.phrases = phrases;
        this.firstWords = firstWords;
    }

    public static Cues known() {
        return KNOWN;
    }

    /// False of a first word, up to what is no letter or digit, that surely begins no phrase.
    ///
    /// @param hash of [Letters#hash]
    public boolean mayBeginWith(long hash) {
        return firstWords.mayHold(hash);
    }

    /// The longest phrase that begins at an offset and ends with a word, packed ([#bits], [#length]); or [#NONE].
    public long longestAt(char[] text, int length, int start) {
        return phrases.longestAt(text, length, start);
    }

    /// Bits of [Cue] of a phrase that was found.
    public static int bits(long found) {
        return PhraseTree.bits(found);
    }

    public static int length(long found) {
        return PhraseTree.length(found);
    }

    private static Cues load(String resource) {
        var builder = new PhraseTree.Builder();
        var firstWords = new WordSieve();
        for (Map.Entry<String, String> line : WordLists.read(resource)) {
            int bit = Cue.valueOf(line.getKey()).bit();
            for (String phrase : line.getValue().split("\\|")) {
                if (phrase.strip().length() > 1) {
                    builder.add(phrase.strip(), bit);
                    firstWords.add(Letters.hash(firstWord(phrase.strip())));
                }
            }
        }
        return new Cues(builder.build(), firstWords);
    }

    /// Up to what is no letter or digit, or is an ideograph.
    private static String firstWord(String phrase) {
        int end = 0;
        while (end < phrase.length()
                && phrase.charAt(end) < FIRST_IDEOGRAPH
                && Letters.isLetterOrDigit(phrase.charAt(end))) {
            end++;
        }
        if (end == phrase.length() && Character.isDigit(phrase.charAt(end - 1))) {
            throw new IllegalStateException(
                    "the phrase '" + phrase + "' would be found within words; end it otherwise");
        }
        return phrase.substring(0, end);
    }
}
