package org.copyflow.benchmarks.names;

import org.copyflow.enrichment.entities.tagging.NameKind;

/// The true labels of a stretch.
///
/// @param isWhole are the labels all that is true? Sets of persons, organisations and places leave open whether a word
///     outside of them is a product's or an event's
@SuppressWarnings("ArrayRecordComponent") // made once and only read, millions of numbers
record StretchTruth(byte[] labels, boolean isWhole) {

    private static final int OUTSIDE = 0;

    /// May the token have the label?
    boolean allows(int token, int label) {
        int truth = labels[token];
        if (label == truth) {
            return true;
        }
        if (isWhole || !isOpen(label)) {
            return false;
        }
        return truth == OUTSIDE || (isOpen(truth) && (truth - label) % 2 == 0);
    }

    private static boolean isOpen(int label) {
        return label >= NameKind.EVENT.first();
    }
}
