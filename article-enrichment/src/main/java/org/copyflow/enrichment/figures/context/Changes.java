package org.copyflow.enrichment.figures.context;

import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/// Finds whether something rose or fell by a number: the verb before it. Immutable, thread-safe.
public final class Changes {

    /// A change that was found.
    ///
    /// @param direction `up` or `down`
    /// @param first the piece where its words begin
    public record Change(String direction, int first) {}

    private static final int FARTHEST = 4;
    private static final int FARTHEST_BEFORE_BY = 7;

    private final PhraseTable<String> verbs = WordFile.valued("changes-en.txt");
    private final PhraseTable<String> nouns = WordFile.valued("change-nouns-en.txt");
    private final PhraseTable<String> between = WordFile.plain("change-gaps-en.txt");

    /// The noun of a change right after a share.
    public @Nullable Change after(Pieces pieces, int piece, int limit) {
        String direction = piece < limit ? pieces.of(nouns, piece) : null;
        return direction == null ? null : new Change(direction, piece);
    }

    /// The verb of a change before "by", with its object between: "reduced their emissions by".
    private @Nullable Change beforeBy(Pieces pieces, int by, int first) {
        for (int at = by - 1; at >= Math.max(first, by - FARTHEST_BEFORE_BY); at--) {
            if (!pieces.isWord(at) && !pieces.isHyphen(at)) {
                return null;
            }
            String verb = pieces.is(at, "up") || pieces.is(at, "down") ? null : pieces.of(verbs, at);
            if (verb != null) {
                return change(verb, at);
            }
        }
        return null;
    }

    /// The change whose words stand before a piece, at most some small words between.
    public @Nullable Change before(Pieces pieces, int piece, int first) {
        if (piece - 1 > first && pieces.is(piece - 1, "by")) {
            Change adjacent = adjacent(pieces, piece, first);
            return adjacent != null ? adjacent : beforeBy(pieces, piece - 1, first);
        }
        return adjacent(pieces, piece, first);
    }

    private @Nullable Change adjacent(Pieces pieces, int piece, int first) {
        for (int at = piece - 1; at >= Math.max(first, piece - FARTHEST); at--) {
            Hit<String> two = at > first ? pieces.longest(verbs, at - 1, at + 1) : null;
            if (two != null && two.endToken() == at + 1) {
                return change(two.value(), at - 1);
            }
            String verb = pieces.of(verbs, at);
            if (verb != null) {
                if (isUpTo(pieces, at)) {
                    continue;
                }
                return change(verb, at);
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

    /// "up to 40" sets a bound, "boils down to 40" none.
    private static boolean isUpTo(Pieces pieces, int at) {
        return (pieces.is(at, "up") || pieces.is(at, "down")) && at + 1 < pieces.count() && pieces.is(at + 1, "to");
    }
}
