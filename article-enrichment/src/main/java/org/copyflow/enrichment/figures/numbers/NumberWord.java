package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;

/// A word that is part of numbers.
///
/// @param role what it does there
/// @param value its own value; of a part, the denominator
record NumberWord(Role role, BigDecimal value) {

    /// What a number word does in a number.
    enum Role {
        UNIT,
        TEN,
        SCALE,
        SHORT,
        VAGUE,
        PART,
        ORDINAL,
        ARTICLE
    }

    static PhraseTable<NumberWord> english() {
        var table = new PhraseTable.Builder<NumberWord>();
        for (String line : WordLists.lines(NumberWord.class, "words-en.txt")) {
            String[] fields = line.split("\t", -1);
            var word = new NumberWord(
                    Role.valueOf(fields[0].toUpperCase(java.util.Locale.ROOT)), new BigDecimal(fields[1]));
            for (String spelling : fields[2].split("\\|", -1)) {
                table.add(spelling, word);
            }
        }
        return table.build();
    }
}
