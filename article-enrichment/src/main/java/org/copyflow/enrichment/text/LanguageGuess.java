package org.copyflow.enrichment.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.copyflow.enrichment.text.Tokens.Kind;
import org.jspecify.annotations.Nullable;

/// Tells a text's language from the beginning of it: by its script, and for scripts that several languages share by the
/// little words that each of them is full of (Grefenstette 1995, "Comparing two language identification schemes").
/// Thread-safe.
final class LanguageGuess {

    static final String UNKNOWN = "und";

    private static final int SAMPLE_CHARS = 2_000;
    private static final int SAMPLE_WORDS = 200;
    private static final int CERTAIN_HITS = 12;
    private static final int FEWEST_HITS = 3;
    private static final int MARGIN_OVER_ENGLISH = 2;
    private static final int MAX_WORD_CHARS = 12;
    private static final String ENGLISH = "en";

    private LanguageGuess() {}

    /// @param stated the language that the document states: believed unless the text is plainly in another one
    /// @return a BCP 47 primary language, or `und`
    static String of(String text, Tokens tokens, @Nullable String stated) {
        String script = Scripts.prevailing(text, SAMPLE_CHARS);
        String told = stated == null ? UNKNOWN : primary(stated);
        if (script.equals(UNKNOWN)) {
            return told;
        }
        return byWords(tokens, script, Scripts.of(told).equals(script) ? told : UNKNOWN);
    }

    private static String byWords(Tokens tokens, String script, String told) {
        List<String> languages = FunctionWords.languages();
        int[] hits = hits(tokens, languages.size());
        int best = -1;
        for (int i = 0; i < hits.length; i++) {
            boolean sameScript = Scripts.of(languages.get(i)).equals(script);
            best = sameScript && (best < 0 || hits[i] > hits[best]) ? i : best;
        }
        String byDefault = script.equals(Scripts.LATIN) ? ENGLISH : script;
        if (told.equals(UNKNOWN)) {
            int english = script.equals(Scripts.LATIN) ? hits[languages.indexOf(ENGLISH)] + MARGIN_OVER_ENGLISH : 0;
            boolean clear = best >= 0 && hits[best] >= Math.max(FEWEST_HITS, english);
            return clear ? languages.get(best) : byDefault;
        }
        int known = languages.indexOf(told);
        boolean plainlyAnother = best >= 0 && hits[best] >= CERTAIN_HITS && (known < 0 || hits[best] > 2 * hits[known]);
        return plainlyAnother ? languages.get(best) : told;
    }

    /// How many different little words of each language the text has.
    private static int[] hits(Tokens tokens, int languages) {
        int[] hits = new int[languages];
        int words = 0;
        var seen = new HashSet<String>();
        for (int token = 0; token < tokens.count() && words < SAMPLE_WORDS; token++) {
            int length = tokens.length(token);
            if (tokens.kind(token) != Kind.WORD || length > MAX_WORD_CHARS) {
                continue;
            }
            words++;
            String word = tokens.text(token).toLowerCase(Locale.ROOT);
            boolean tellsNothing = length == 1 && Characters.isAsciiLetter(word.charAt(0));
            long having = tellsNothing ? 0 : FunctionWords.languagesOf(word);
            if (having != 0 && seen.add(word)) {
                for (; having != 0; having &= having - 1) {
                    hits[Long.numberOfTrailingZeros(having)]++;
                }
            }
        }
        return hits;
    }

    /// `zh` of `zh-Hans-CN`; `und` where it is no language tag.
    private static String primary(String tag) {
        String primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        boolean wellFormed = (primary.length() == 2 || primary.length() == 3)
                && primary.chars().allMatch(Characters::isAsciiLetter);
        return wellFormed ? primary : UNKNOWN;
    }
}
