package org.copyflow.enrichment.figures.context;

/// Everything that reads what stands around a number, made once.
///
/// @param comparators how exactly it is meant
/// @param changes whether something rose or fell by it
/// @param nouns what it counts
/// @param names whether it is part of a name
public record Surroundings(Comparators comparators, Changes changes, CountedNouns nouns, NameNumbers names) {

    public static Surroundings english() {
        return new Surroundings(new Comparators(), new Changes(), new CountedNouns(), new NameNumbers());
    }
}
