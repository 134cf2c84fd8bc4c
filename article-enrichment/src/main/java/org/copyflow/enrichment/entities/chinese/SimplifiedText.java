package org.copyflow.enrichment.entities.chinese;

import java.util.HashMap;
import java.util.Map;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;

/// Reads traditional characters as simplified ones, which taggers and tables know, one for one, so that offsets stay.
/// Immutable, thread-safe.
public final class SimplifiedText {

    /// In traditional texts one character in three is not a simplified one.
    private static final int MOST_FOR_ONE_TRADITIONAL = 20;

    private final Map<Character, Character> simplified = new HashMap<>();

    public SimplifiedText() {
        for (String line : WordLists.lines(SimplifiedText.class, "simplified.txt")) {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                simplified.put(line.charAt(i), line.charAt(i + 1));
            }
        }
    }

    /// The same text, tokens and sentences in simplified characters; the text itself where hardly any is traditional,
    /// as
    /// the 乾 of a simplified text's 乾隆.
    public AnalyzedText of(AnalyzedText text) {
        char[] characters = text.text().toCharArray();
        int changed = 0;
        for (int i = 0; i < characters.length; i++) {
            Character simple = simplified.get(characters[i]);
            if (simple != null) {
                characters[i] = simple;
                changed++;
            }
        }
        if (changed * MOST_FOR_ONE_TRADITIONAL < characters.length) {
            return text;
        }
        String simple = new String(characters);
        return new AnalyzedText(simple, text.language(), text.tokens().over(simple), text.sentences());
    }
}
