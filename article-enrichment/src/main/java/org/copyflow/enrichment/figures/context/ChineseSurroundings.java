package org.copyflow.enrichment.figures.context;

import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/// Reads what stands around a Chinese number: how exactly it is meant, and whether something rose or fell by it.
/// Immutable, thread-safe.
public final class ChineseSurroundings {

    /// Words that were found beside a number.
    ///
    /// @param value what they mean
    /// @param edge the piece where they begin, or after which they end
    public record Beside(String value, int edge) {}

    private static final int LONGEST = 6;

    private final PhraseTable<String> before = WordFile.where("comparators-zh.txt", "before");
    private final PhraseTable<String> after = WordFile.where("comparators-zh.txt", "after");
    private final PhraseTable<String> changes = WordFile.valued("changes-zh.txt");

    public @Nullable Beside comparatorBefore(Pieces pieces, int piece, int first) {
        return endingAt(pieces, before, piece, first);
    }

    public @Nullable Beside comparatorAfter(Pieces pieces, int piece, int limit) {
        Hit<String> hit = piece < limit ? pieces.longest(after, piece, limit) : null;
        return hit == null ? null : new Beside(hit.value(), hit.endToken());
    }

    public @Nullable Beside changeBefore(Pieces pieces, int piece, int first) {
        return endingAt(pieces, changes, piece, first);
    }

    private static @Nullable Beside endingAt(Pieces pieces, PhraseTable<String> table, int piece, int first) {
        for (int start = Math.max(first, piece - LONGEST); start < piece; start++) {
            Hit<String> hit = pieces.longest(table, start, piece);
            if (hit != null && hit.endToken() == piece) {
                return new Beside(hit.value(), start);
            }
        }
        return null;
    }
}
