package org.copyflow.enrichment.keyphrases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Keeps the best phrases, and of phrases that contain each other only one. Pure.
final class PhraseChoice {

    /// A longer phrase that recurs takes the place of one in it if it comes up at least this often in comparison.
    private static final double LONGER_REPLACES = 0.4;

    private static final int MAX_USES_OF_A_PART = 2;

    private PhraseChoice() {}

    static List<String> best(List<Phrase> phrases, int max) {
        var chosen = new ArrayList<Phrase>();
        List<Phrase> ranked = phrases.stream()
                .sorted(Comparator.comparingDouble(Phrase::score).thenComparing(Phrase::text))
                .toList();
        for (Phrase phrase : ranked) {
            place(phrase, chosen, max);
        }
        return chosen.stream().map(Phrase::text).toList();
    }

    private static void place(Phrase phrase, List<Phrase> chosen, int max) {
        for (int at = 0; at < chosen.size(); at++) {
            Phrase other = chosen.get(at);
            if (other.parts().containsAll(phrase.parts())) {
                return;
            }
            if (phrase.parts().containsAll(other.parts())) {
                if (phrase.count() > 1 && phrase.count() >= other.count() * LONGER_REPLACES) {
                    chosen.set(at, phrase);
                    chosen.removeIf(it -> !it.equals(phrase) && phrase.parts().containsAll(it.parts()));
                }
                return;
            }
        }
        if (chosen.size() < max && phrase.parts().stream().allMatch(part -> uses(part, chosen) < MAX_USES_OF_A_PART)) {
            chosen.add(phrase);
        }
    }

    private static long uses(String part, List<Phrase> chosen) {
        return chosen.stream().filter(it -> it.parts().contains(part)).count();
    }
}
