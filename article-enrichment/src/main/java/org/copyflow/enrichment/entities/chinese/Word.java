package org.copyflow.enrichment.entities.chinese;

/// A word of the word list.
///
/// @param cost the negative natural logarithm of its share in Chinese text
public record Word(Kind kind, float cost) {

    /// What a word can be in a name.
    public enum Kind {
        PLACE,
        ORGANISATION,
        PERSON,
        /// A foreign name that Chinese writes by its sound.
        FOREIGN,
        /// A word that the names of organisations are made of.
        PART,
        /// A word that no name goes beyond: particles, prepositions, numbers, small verbs.
        STOP,
        /// A character that is no known word here.
        UNKNOWN
    }
}
