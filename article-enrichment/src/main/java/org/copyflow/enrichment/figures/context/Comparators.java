package org.copyflow.enrichment.figures.context;

import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/// Finds how exactly a number is meant: "nearly", "more than", "up to", "or so". Immutable, thread-safe.
public final class Comparators {

    /// A comparator that was found.
    ///
    /// @param sign one of `~`, `>`, `<`, `>=`, `<=`, `=`
    /// @param edge the piece where its words begin, or after which they end
    public record Comparator(String sign, int edge) {}

    private static final int LONGEST = 6;

    private final PhraseTable<String> before = WordFile.where("comparators-en.txt", "before");
    private final PhraseTable<String> after = WordFile.where("comparators-en.txt", "after");

    /// The comparator whose words end where a piece begins.
    public @Nullable Comparator before(Pieces pieces, int piece, int first) {
        int at = piece;
        boolean article = at - 1 >= first && (pieces.is(at - 1, "a") || pieces.is(at - 1, "another"));
        Comparator direct = endingAt(pieces, at, first);
        return direct != null || !article ? direct : endingAt(pieces, at - 1, first);
    }

    /// The comparator whose words begin at a piece.
    public @Nullable Comparator after(Pieces pieces, int piece, int limit) {
        Hit<String> hit = piece < limit ? pieces.longest(after, piece, limit) : null;
        return hit == null ? null : new Comparator(hit.value(), hit.endToken());
    }

    private @Nullable Comparator endingAt(Pieces pieces, int piece, int first) {
        for (int start = Math.max(first, piece - LONGEST); start < piece; start++) {
            Hit<String> hit = pieces.longest(before, start, piece);
            if (hit != null && hit.endToken() == piece) {
                return new Comparator(hit.value(), start);
            }
        }
        return null;
    }
}
