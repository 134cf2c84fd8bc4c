package org.copyflow.enrichment.figures.pieces;

import java.util.Arrays;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/// A text cut into pieces, as parallel arrays: numbers with their separators, words without digits or hyphens, single
/// ideographs, single marks. Immutable once cut; one pass.
public final class Pieces {

    /// What a piece is made of.
    public enum Kind {
        NUMBER,
        WORD,
        IDEOGRAPH,
        MARK
    }

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private int count;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;

    private Pieces(String text) {
        this.text = text;
        int expected = Math.max(16, text.length() / 4);
        starts = new int[expected];
        ends = new int[expected];
        kinds = new byte[expected];
    }

    public static Pieces of(String text) {
        var pieces = new Pieces(text);
        pieces.cut();
        return pieces;
    }

    public String text() {
        return text;
    }

    public int count() {
        return count;
    }

    public int start(int piece) {
        return starts[piece];
    }

    public int end(int piece) {
        return ends[piece];
    }

    public int length(int piece) {
        return ends[piece] - starts[piece];
    }

    public String text(int piece) {
        return text.substring(starts[piece], ends[piece]);
    }

    public char firstChar(int piece) {
        return text.charAt(starts[piece]);
    }

    public boolean isNumber(int piece) {
        return kinds[piece] == Kind.NUMBER.ordinal();
    }

    public boolean isWord(int piece) {
        return kinds[piece] == Kind.WORD.ordinal();
    }

    public boolean isIdeograph(int piece) {
        return kinds[piece] == Kind.IDEOGRAPH.ordinal();
    }

    public Kind kind(int piece) {
        return KINDS[kinds[piece]];
    }

    /// Does the piece follow the one before without white space?
    public boolean isGlued(int piece) {
        return piece > 0 && ends[piece - 1] == starts[piece];
    }

    /// Is the piece this mark?
    public boolean isMark(int piece, char mark) {
        return kinds[piece] == Kind.MARK.ordinal() && text.charAt(starts[piece]) == mark;
    }

    /// Is the piece this word, whatever its case? `word` is in lower case.
    public boolean is(int piece, String word) {
        return length(piece) == word.length() && text.regionMatches(true, starts[piece], word, 0, word.length());
    }

    /// Is the piece a hyphen or dash, of any width?
    public boolean isHyphen(int piece) {
        char c = text.charAt(starts[piece]);
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\uff0d';
    }

    /// Does the word begin with a capital?
    public boolean isCapital(int piece) {
        return isWord(piece) && Character.isUpperCase(firstChar(piece));
    }

    /// The piece after a hyphen that stands between two pieces without spaces, or with spaces in a chain ("28 - year -
    /// old"); the piece itself where there is none.
    public int skipHyphen(int piece, int limit) {
        if (piece + 1 >= limit || !isHyphen(piece)) {
            return piece;
        }
        boolean chained = piece + 3 < limit && isMark(piece, '-') && isMark(piece + 2, '-') && !isGlued(piece + 1);
        return (isGlued(piece) && isGlued(piece + 1)) || (chained && isWord(piece + 1)) ? piece + 1 : piece;
    }

    public boolean hasIdeograph(int first, int limit) {
        for (int piece = first; piece < limit; piece++) {
            if (isIdeograph(piece)) {
                return true;
            }
        }
        return false;
    }

    /// The first piece that starts at or after an offset.
    public int atOrAfter(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    /// The longest phrase of the table that begins at a piece and ends with one before the limit.
    public <V> @Nullable Hit<V> longest(PhraseTable<V> table, int piece, int limit) {
        return table.longest(text, this::start, this::end, piece, limit);
    }

    /// The table's value of exactly this piece.
    public <V> @Nullable V of(PhraseTable<V> table, int piece) {
        return table.of(text, starts[piece], ends[piece]);
    }

    private void cut() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
            } else if (isDigit(c)) {
                at = add(at, endOfNumber(at), Kind.NUMBER);
            } else if (isHan(c)) {
                at = add(at, at + 1, Kind.IDEOGRAPH);
            } else if (Character.isLetter(c)) {
                at = add(at, endOfWord(at), Kind.WORD);
            } else if ((c == '\'' || c == '\u2019') && isPossessive(at)) {
                at = add(at, at + 2, Kind.WORD);
            } else {
                at = add(at, at + 1, Kind.MARK);
            }
        }
    }

    private int endOfNumber(int start) {
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean wide = at + 1 < text.length() && text.charAt(at + 1) >= '\uff10';
            boolean separates = c == '.' || c == ',' || (wide && (c == '\uff0e' || c == '\uff0c'));
            if (!isDigit(c) && !(separates && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
                break;
            }
            at++;
        }
        return at;
    }

    private int endOfWord(int start) {
        int at = start;
        while (at < text.length() && isWordPart(at)) {
            at++;
        }
        boolean abbreviation = at - start == 1 && at + 1 < text.length() && text.charAt(at) == '.' && isLetter(at + 1);
        while (abbreviation
                && at + 1 < text.length()
                && text.charAt(at) == '.'
                && isLetter(at + 1)
                && !isLetter(at + 2)) {
            at += 2;
            if (at < text.length() && text.charAt(at) == '.' && !isLetter(at + 1)) {
                return at + 1;
            }
        }
        return at;
    }

    private boolean isWordPart(int at) {
        char c = text.charAt(at);
        if (c == '\'' || c == '\u2019') {
            return isLetter(at + 1) && isLetter(at - 1) && !isPossessive(at);
        }
        return (Character.isLetter(c) && !isHan(c)) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private boolean isLetter(int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private boolean isPossessive(int at) {
        return at > 0
                && at + 1 < text.length()
                && text.charAt(at + 1) == 's'
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && !isLetter(at + 2);
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '\uff10' && c <= '\uff19');
    }

    private static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c >= '\u3400' && c <= '\u4dbf') || c == '\u3007';
    }

    private int add(int start, int end, Kind kind) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        kinds[count] = (byte) kind.ordinal();
        count++;
        return end;
    }
}
