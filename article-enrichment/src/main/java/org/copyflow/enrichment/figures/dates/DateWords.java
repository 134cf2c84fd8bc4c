package org.copyflow.enrichment.figures.dates;

import java.util.HashMap;
import java.util.Map;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;

/// The words of dates by what they do there, from the resource file. Immutable.
final class DateWords {

    private final Map<String, PhraseTable<Integer>> byRole = new HashMap<>();

    private DateWords() {}

    static DateWords english() {
        var builders = new HashMap<String, PhraseTable.Builder<Integer>>();
        for (String line : WordLists.lines(DateWords.class, "words-en.txt")) {
            String[] fields = line.split("\t", -1);
            for (String spelling : fields[2].split("\\|", -1)) {
                builders.computeIfAbsent(fields[0], _ -> new PhraseTable.Builder<>())
                        .add(spelling, Integer.valueOf(fields[1]));
            }
        }
        var words = new DateWords();
        builders.forEach((role, builder) -> words.byRole.put(role, builder.build()));
        return words;
    }

    PhraseTable<Integer> of(String role) {
        PhraseTable<Integer> table = byRole.get(role);
        if (table == null) {
            throw new IllegalStateException("the word list of dates has no role " + role);
        }
        return table;
    }
}
