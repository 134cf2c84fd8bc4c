package org.copyflow.enrichment.entities.cues;

import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;

/// Finds the words that an acronym in brackets stands for, by their initials, after Schwartz and Hearst (PSB 2003), who
/// match letters where this matches words.
public final class Acronyms {

    private static final int FEWEST_LETTERS = 3;

    private Acronyms() {}

    /// The first of the words that end before a bracket and whose initials are the letters of the acronym after it; -1
    /// where there are none. Words in small letters between them have no letter.
    ///
    /// @param first the token that the words do not begin before
    public static int start(AnalyzedText text, int first, int bracket, int acronym) {
        Tokens tokens = text.tokens();
        String letters = tokens.text(acronym);
        int left = letters.length();
        if (left > FEWEST_LETTERS && letters.charAt(left - 1) == 's') {
            left--;
        }
        if (left < FEWEST_LETTERS) {
            return -1;
        }
        for (int token = bracket - 1; token >= first; token--) {
            char initial = tokens.firstChar(token);
            if (Character.isUpperCase(initial)) {
                left--;
                if (letters.charAt(left) != initial) {
                    return -1;
                }
                if (left == 0) {
                    return token;
                }
            } else if (tokens.kind(token) == Tokens.Kind.PUNCTUATION && tokens.firstChar(token) != '&') {
                return -1;
            }
        }
        return -1;
    }
}
