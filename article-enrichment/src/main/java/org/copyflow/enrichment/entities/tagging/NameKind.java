package org.copyflow.enrichment.entities.tagging;

/// What a name that the tagger finds is a name of.
///
/// A label is 0 outside of names; a kind has one label for a name's first word and one for those that follow.
public enum NameKind {
    PERSON,
    ORGANISATION,
    PLACE,
    EVENT,
    /// Nationalities, products, works, laws, languages: told apart from the others, not reported.
    OTHER;

    static final int OUTSIDE = 0;
    public static final int LABELS = 1 + 2 * values().length;

    private static final NameKind[] KINDS = values();

    public int first() {
        return 1 + 2 * ordinal();
    }

    public int following() {
        return 2 + 2 * ordinal();
    }

    static NameKind ofLabel(int label) {
        return KINDS[(label - 1) / 2];
    }

    static boolean isFirst(int label) {
        return label % 2 == 1;
    }

    /// Can a word with this label stand after one with that label? A name goes on only as what it began.
    public static boolean follows(int label, int before) {
        boolean goesOn = label != OUTSIDE && !isFirst(label);
        return !goesOn || before == label || before == label - 1;
    }
}
