package org.copyflow.formats.newsroom;

/// Sentences that a column's end or a picture cuts in two.
public final class CutSentence {

    /// A line this long is no label: without a full stop it goes on elsewhere.
    private static final int MIN_CUT_WORDS = 12;

    private CutSentence() {}

    /// True where the paragraph ends in the middle of a sentence.
    public static boolean isCut(String paragraph) {
        return !paragraph.isEmpty() && !Prose.endsSentence(paragraph) && !Prose.endsOpen(paragraph);
    }

    /// True where the second paragraph goes on with the sentence in which the first one ends.
    public static boolean continues(String first, String second) {
        if (!isCut(first)) {
            return false;
        }
        return Prose.startsLower(second)
                || Prose.endsInFunctionWord(first)
                || first.endsWith(",")
                || first.endsWith("，")
                || first.endsWith("、")
                || Prose.words(first) >= (Prose.isEastAsian(first) ? MIN_CUT_WORDS / 2 : MIN_CUT_WORDS);
    }

    public static String join(String first, String second) {
        char last = first.charAt(first.length() - 1);
        if (Prose.isIdeograph(last) || "，、；：".indexOf(last) >= 0 || Prose.isIdeograph(second.charAt(0))) {
            return first + second;
        }
        boolean hyphenated = last == '-' && first.length() > 1 && Character.isLetter(first.charAt(first.length() - 2));
        return hyphenated ? first + second : first + " " + second;
    }
}
