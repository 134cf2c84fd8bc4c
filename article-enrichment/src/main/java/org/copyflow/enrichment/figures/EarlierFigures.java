package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// What the figures of a sentence lend to those after them. A bare number takes the unit of the last one of its size
/// ("435 homes by open sale and 187 by tender"); the same amount in another currency says so and takes its comparator
/// ("more than 7.5 million crowns ($1.1 million)"). Not thread-safe; one a sentence.
final class EarlierFigures {

    private static final BigDecimal SAME_SIZE = BigDecimal.valueOf(3);
    private static final int MOST_REMEMBERED = 8;

    private final List<FigureDraft> earlier = new ArrayList<>();
    private @Nullable FigureDraft last;

    /// Gives the draft what it leaves unsaid, and remembers it.
    void lend(Pieces pieces, FigureDraft draft) {
        if (last != null && saysAgain(pieces, last, draft)) {
            draft.sameAs = last.place(pieces);
            draft.comparator = draft.comparator.equals("=") ? last.comparator : draft.comparator;
        }
        if (last != null && isSameChange(pieces, last, draft)) {
            draft.change = last.change;
        }
        boolean bare = draft.unit == null && (draft.kind() == Figure.Kind.COUNT || draft.kind() == Figure.Kind.MEASURE);
        for (int i = earlier.size() - 1; bare && i >= 0; i--) {
            FigureDraft lender = earlier.get(i);
            if (lender.unit != null && isSameSize(lender.value, draft.value)) {
                draft.unit = lender.unit;
                draft.become(lender.kind());
                break;
            }
        }
        last = draft;
        if (draft.kind() != Figure.Kind.DATE && !draft.percent()) {
            earlier.add(draft);
        }
        if (earlier.size() > MOST_REMEMBERED) {
            earlier.removeFirst();
        }
    }

    /// "1.3 trillion yuan ($180 billion)", "seven miles (about 11 km)", "40 million yuan, or $5.6 million": the same
    /// amount in another unit, right after.
    static boolean saysAgain(Pieces pieces, FigureDraft last, FigureDraft draft) {
        boolean amount = draft.kind() == Figure.Kind.MONEY || draft.kind() == Figure.Kind.MEASURE;
        boolean kind =
                last.kind() == draft.kind() || (last.kind() == Figure.Kind.COUNT && draft.kind() == Figure.Kind.MONEY);
        boolean stated = kind && last.unit != null && !last.unit.equals(draft.unit);
        boolean aged = draft.measures != null && draft.measures.equals("age");
        int opening = last.end();
        if (!amount || !stated || aged || opening >= draft.edge()) {
            return false;
        }
        boolean bracket = pieces.isMark(opening, '(') || pieces.isMark(opening, '（');
        boolean or = pieces.isMark(opening, ',') && pieces.is(opening + 1, "or") && draft.kind() == Figure.Kind.MONEY;
        return (bracket && draft.edge() == opening + 1) || (or && draft.edge() == opening + 2);
    }

    /// "Ash fell 2.3 percent, Birch by 2.6 percent": the verb is not said again.
    private static boolean isSameChange(Pieces pieces, FigureDraft last, FigureDraft draft) {
        int by = draft.first() - 1;
        return draft.change == null
                && last.change != null
                && last.unit != null
                && last.unit.equals(draft.unit)
                && by > last.end()
                && pieces.is(by, "by")
                && pieces.isCapital(by - 1);
    }

    private static boolean isSameSize(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return false;
        }
        BigDecimal first = one.abs();
        BigDecimal second = other.abs();
        return first.compareTo(second.multiply(SAME_SIZE)) <= 0 && second.compareTo(first.multiply(SAME_SIZE)) <= 0;
    }
}
