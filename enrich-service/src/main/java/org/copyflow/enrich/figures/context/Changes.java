package org.copyflow.enrich.figures.context;

import org.copyflow.enrich.figures.pieces.Pieces;
import org.copyflow.enrich.lexicon.PhraseTable;
import org.copyflow.enrich.lexicon.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/// Finds whether something rose or fell by a number: the verb before it. Immutable, thread-safe.
public final class Changes {

    /// A change that was found.
    ///
    /// @param direction `up` or `down`
    /// @param first the piece where its words begin
    public record Change(String direction, int first) {}

    private static final int FARTHEST = 4;

    private final PhraseTable<String> verbs = WordFile.valued("changes-en.txt");
    private final PhraseTable<String> between = WordFile.plain("change-gaps-en.txt");

    /// The change whose words stand before a piece, at most some small words between.
    public @Nullable Change before(Pieces pieces, int piece, int first) {
        for (int at = piece - 1; at >= Math.max(first, piece - FARTHEST); at--) {
            Hit<String> two = at > first ? pieces.longest(verbs, at - 1, at + 1) : null;
            if (two != null && two.endToken() == at + 1) {
                return change(two.value(), at - 1);
            }
            String verb = pieces.of(verbs, at);
            if (verb != null) {
                return isUpTo(pieces, at) ? null : change(verb, at);
            }
            if (pieces.of(between, at) == null) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable Change change(String direction, int first) {
        return direction.equals("none") ? null : new Change(direction, first);
    }

    /// "up to 40" sets a bound, "rose to 40" a level: neither is a change by 40.
    private static boolean isUpTo(Pieces pieces, int at) {
        return at + 1 < pieces.count() && pieces.is(at + 1, "to");
    }
}
