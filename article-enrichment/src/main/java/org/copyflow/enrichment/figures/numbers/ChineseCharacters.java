package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.copyflow.enrichment.lexicon.WordLists;
import org.jspecify.annotations.Nullable;

/// The characters of Chinese numbers. Immutable.
final class ChineseCharacters {

    /// What a character does in a number.
    enum Role {
        DIGIT,
        WEAK,
        SMALL,
        LARGE,
        SOME,
        POINT,
        HALF,
        DOZEN
    }

    /// A character's role and value.
    record Meaning(Role role, BigDecimal value) {}

    private final Map<Character, Meaning> meanings = new HashMap<>();

    ChineseCharacters() {
        for (String line : WordLists.lines(ChineseCharacters.class, "characters-zh.txt")) {
            String[] fields = line.split("\t", -1);
            var meaning = new Meaning(Role.valueOf(fields[0].toUpperCase(Locale.ROOT)), new BigDecimal(fields[1]));
            for (char c : fields[2].toCharArray()) {
                meanings.put(c, meaning);
            }
        }
    }

    @Nullable
    Meaning of(char c) {
        return meanings.get(c);
    }
}
