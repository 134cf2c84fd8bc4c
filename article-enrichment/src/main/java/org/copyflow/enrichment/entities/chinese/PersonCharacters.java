package org.copyflow.enrichment.entities.chinese;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.copyflow.enrichment.lexicon.WordLists;

/// What each character costs at each place of a Chinese person's name. Immutable, thread-safe.
final class PersonCharacters {

    enum Place {
        SURNAME,
        FIRST,
        SECOND,
        ONLY
    }

    private static final char FIRST_CHARACTER = '\u4e00';
    private static final int CHARACTERS = 0x5200;
    private static final float NEVER = 1000;
    private static final float COST_OF_THREE = 7;
    private static final float COST_OF_TWO = 8;

    private final float[][] costs = new float[Place.values().length][CHARACTERS];

    PersonCharacters() {
        for (float[] ofPlace : costs) {
            Arrays.fill(ofPlace, NEVER);
        }
        for (String line : WordLists.lines(PersonCharacters.class, "person-characters.txt")) {
            List<String> fields = List.of(line.split("\t", -1));
            float[] ofPlace =
                    costs[Place.valueOf(fields.get(0).toUpperCase(Locale.ROOT)).ordinal()];
            float cost = Float.parseFloat(fields.get(1)) / 2;
            fields.get(2).chars().forEach(c -> ofPlace[c - FIRST_CHARACTER] = cost);
        }
    }

    /// What a surname with two given characters costs.
    float three(String text, int start) {
        return COST_OF_THREE
                + of(Place.SURNAME, text.charAt(start))
                + of(Place.FIRST, text.charAt(start + 1))
                + of(Place.SECOND, text.charAt(start + 2));
    }

    /// What a surname with one given character costs.
    float two(String text, int start) {
        return COST_OF_TWO + of(Place.SURNAME, text.charAt(start)) + of(Place.ONLY, text.charAt(start + 1));
    }

    private float of(Place place, char c) {
        int index = c - FIRST_CHARACTER;
        return index >= 0 && index < CHARACTERS ? costs[place.ordinal()][index] : NEVER;
    }
}
