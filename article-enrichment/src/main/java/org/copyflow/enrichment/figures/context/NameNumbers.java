package org.copyflow.enrichment.figures.context;

import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;

/// Tells numbers that are names, or parts of names, from figures: "Boeing 737", "G20", "5G", "Game 7", "14th Five-Year
/// Plan", "Apollo 11". Immutable, thread-safe.
public final class NameNumbers {

    private static final int LONGEST_STREET = 4;

    private final PhraseTable<String> wordsBefore = WordFile.plain("name-numbers-en.txt");
    private final PhraseTable<String> smallWords = WordFile.plain("small-words-en.txt");
    private final PhraseTable<String> streets = WordFile.plain("streets-en.txt");
    private final PhraseTable<String> noNames = WordFile.plain("no-names-en.txt");

    /// Do letters touch the digits, as in `G20`, `24703L202`, `F-35`?
    ///
    /// @param measured whether a unit follows: then a small word and a hyphen may touch, as in `sub-500 sq m`
    public boolean isInsideWord(Pieces pieces, int piece, int first, boolean measured) {
        if (piece == first || !pieces.isGlued(piece)) {
            return false;
        }
        int before = piece - 1;
        if (pieces.isWord(before)) {
            return true;
        }
        if ("%=_@&/\\".indexOf(pieces.firstChar(before)) >= 0) {
            return true;
        }
        boolean hyphen = pieces.isHyphen(before) && before > first && pieces.isGlued(before);
        if (hyphen && measured && pieces.isWord(before - 1) && !pieces.isCapital(before - 1)) {
            return false;
        }
        return hyphen && (pieces.isWord(before - 1) || pieces.isNumber(before - 1));
    }

    /// "10 Downing Street": a number before a name that ends as streets do.
    public boolean isAddress(Pieces pieces, int end, int limit) {
        for (int at = end; at < Math.min(limit, end + LONGEST_STREET) && pieces.isCapital(at); at++) {
            if (at > end && pieces.of(streets, at) != null) {
                return true;
            }
        }
        return false;
    }

    /// "iPhone"
    private static boolean hasInnerCapital(Pieces pieces, int piece) {
        for (int i = pieces.start(piece) + 1; i < pieces.end(piece); i++) {
            if (Character.isUpperCase(pieces.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Is a plain whole number, with no unit and no plural after it, named by the words before it?
    ///
    /// @param counts whether a unit or a noun in the plural follows
    public boolean isNamed(Pieces pieces, int piece, int first, boolean counts) {
        int before = piece - 1;
        before -= before > first && pieces.isMark(before, '.') && pieces.isGlued(before) ? 1 : 0;
        if (before < first || !pieces.isWord(before)) {
            return before >= first && (pieces.isMark(before, '#') || pieces.isMark(before, '№'));
        }
        boolean capital = (before > first && pieces.isCapital(before)) || hasInnerCapital(pieces, before);
        if (pieces.of(wordsBefore, before) != null && (!counts || capital)) {
            return true;
        }
        boolean no = pieces.is(before, "no") && pieces.isMark(piece - 1, '.');
        if (no) {
            return true;
        }
        return !counts
                && pieces.isCapital(before)
                && pieces.of(smallWords, before) == null
                && pieces.of(noNames, before) == null;
    }
}
