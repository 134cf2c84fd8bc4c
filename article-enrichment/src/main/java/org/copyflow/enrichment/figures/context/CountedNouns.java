package org.copyflow.enrichment.figures.context;

import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.jspecify.annotations.Nullable;

/// Finds the noun that a number counts: "14 first-team players left" → `first-team players`. Immutable, thread-safe.
///
/// Without a tagger: the words up to the first one in the plural; where there is none, the one or two words up to the
/// next small word.
public final class CountedNouns {

    /// A noun that was found.
    ///
    /// @param text its words
    /// @param end the piece after its last
    /// @param plural whether its last word is in the plural
    public record Counted(String text, int end, boolean plural) {}

    private static final int MOST_WORDS = 5;
    private static final int MOST_SINGULAR_WORDS = 3;

    private final PhraseTable<String> smallWords = WordFile.plain("small-words-en.txt");
    private final PhraseTable<String> plurals = WordFile.valued("plurals-en.txt");

    /// The noun that begins at a piece; "of the", "of its" and superlatives before it are left out.
    public @Nullable Counted at(Pieces pieces, int piece, int limit) {
        int start = pieces.skipHyphen(skipOf(pieces, piece, limit), limit);
        int words = 0;
        int end = start;
        int at = start;
        while (at < limit && words < MOST_WORDS && continues(pieces, at, start)) {
            words++;
            end = at + 1;
            boolean compound =
                    end + 1 < limit && pieces.isHyphen(end) && pieces.isGlued(end) && pieces.isGlued(end + 1);
            boolean people = pieces.isCapital(at) && end < limit && continues(pieces, end, start);
            if (!compound && !people && isPlural(pieces, at)) {
                return new Counted(text(pieces, start, end), end, true);
            }
            at = compound ? pieces.skipHyphen(end, limit) : end;
        }
        if (words == 0) {
            return null;
        }
        int singularEnd = endOfWords(pieces, start, end);
        return new Counted(text(pieces, start, singularEnd), singularEnd, false);
    }

    /// Does a noun in the plural follow soon, "and" and adjectives before it?
    public boolean hasPluralAhead(Pieces pieces, int piece, int limit) {
        for (int at = piece; at < Math.min(limit, piece + MOST_WORDS); at++) {
            if (!pieces.isWord(at) || (isSmallWord(pieces, at) && !pieces.is(at, "and"))) {
                return false;
            }
            if (isPlural(pieces, at)) {
                return true;
            }
        }
        return false;
    }

    public boolean isSmallWord(Pieces pieces, int piece) {
        return pieces.of(smallWords, piece) != null;
    }

    /// Is the word a noun in the plural, by its looks?
    public boolean isPlural(Pieces pieces, int piece) {
        String known = pieces.of(plurals, piece);
        if (known != null) {
            return known.equals("plural");
        }
        int end = pieces.end(piece);
        String text = pieces.text();
        return pieces.length(piece) > 2
                && (text.charAt(end - 1) == 's')
                && text.charAt(end - 2) != 's'
                && !(text.charAt(end - 2) == 'u' && pieces.length(piece) > 4)
                && !pieces.is(piece, "'s");
    }

    private boolean continues(Pieces pieces, int at, int start) {
        return pieces.isWord(at)
                && !isSmallWord(pieces, at)
                && !pieces.is(at, "'s")
                && (at == start || pieces.start(at) - pieces.end(at - 1) <= 1);
    }

    private int skipOf(Pieces pieces, int piece, int limit) {
        int at = piece;
        if (at + 1 < limit && pieces.is(at, "of")) {
            at++;
            while (at < limit
                    && (isDeterminer(pieces, at)
                            || pieces.is(at, "most")
                            || pieces.is(at, "'s")
                            || isTop(pieces, at))) {
                at++;
            }
        }
        return at;
    }

    /// "top 10"
    private static boolean isTop(Pieces pieces, int at) {
        return pieces.is(at, "top") || (pieces.isNumber(at) && pieces.is(at - 1, "top"));
    }

    private static boolean isDeterminer(Pieces pieces, int at) {
        return pieces.is(at, "the")
                || pieces.is(at, "its")
                || pieces.is(at, "their")
                || pieces.is(at, "his")
                || pieces.is(at, "her")
                || pieces.is(at, "my")
                || pieces.is(at, "our")
                || pieces.is(at, "your")
                || pieces.is(at, "those")
                || pieces.is(at, "these");
    }

    private static int endOfWords(Pieces pieces, int start, int end) {
        int words = 0;
        for (int at = start; at < end; at++) {
            words += pieces.isWord(at) ? 1 : 0;
            if (words == MOST_SINGULAR_WORDS) {
                return at + 1;
            }
        }
        return end;
    }

    private static String text(Pieces pieces, int start, int end) {
        return pieces.text().substring(pieces.start(start), pieces.end(end - 1));
    }
}
