package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import org.copyflow.enrichment.figures.context.FigureWords;
import org.copyflow.enrichment.figures.numbers.Digits;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// Tells ages from other numbers: "68-year-old", "aged 12", "under the age of 5", "Kessler, 66, said", "she was 35."
/// Immutable.
final class Ages {

    private static final BigDecimal NINE = BigDecimal.valueOf(9);
    private static final BigDecimal OLDEST = BigDecimal.valueOf(120);

    private final PhraseTable<BigDecimal> before;
    private final PhraseTable<BigDecimal> subjects;
    private final PhraseTable<BigDecimal> verbs;
    private final PhraseTable<BigDecimal> after;
    private final PhraseTable<BigDecimal> whose;
    private final PhraseTable<BigDecimal> parts;

    Ages(FigureWords words) {
        before = words.of("age-before");
        subjects = words.of("age-subject");
        verbs = words.of("age-verb");
        after = words.of("age-after");
        whose = words.of("age-whose");
        parts = words.of("age-part");
    }

    boolean isAge(Pieces pieces, Quantity read, int first, int limit) {
        boolean bare = read.unit() == null && (read.noun() == null || !read.plural());
        if (read.age() || !bare) {
            return read.age();
        }
        return FigureWords.endsAt(pieces, before, read.first(), first)
                || isApposition(pieces, read, first, limit)
                || isOfPerson(pieces, read, first, limit);
    }

    /// Where "the age of" and the like before a number begin: the comparator stands before them.
    int start(Pieces pieces, int piece, int first) {
        for (int start = Math.max(first, piece - 3); start < piece; start++) {
            if (FigureWords.end(pieces, before, start, piece) == piece) {
                return start;
            }
        }
        return piece;
    }

    /// "her 30s", "their mid-40s": ten years of life.
    @Nullable
    FigureDraft decade(Pieces pieces, int piece, int end, int first) {
        int at = piece;
        at -= at > first && pieces.isHyphen(at - 1) ? 1 : 0;
        at -= at > first && pieces.of(parts, at - 1) != null ? 1 : 0;
        BigDecimal low = Digits.value(pieces.text(), pieces.start(piece), pieces.end(piece));
        if (at == first || low == null || pieces.of(whose, at - 1) == null) {
            return null;
        }
        var draft = new FigureDraft(Figure.Kind.MEASURE, piece, end);
        draft.low = low;
        draft.high = low.add(NINE);
        draft.unit = "year";
        draft.measures = "age";
        return draft;
    }

    /// "Kessler, 66,"
    private static boolean isApposition(Pieces pieces, Quantity read, int first, int limit) {
        int at = read.first();
        return isYears(read)
                && at - 2 >= first
                && pieces.isMark(at - 1, ',')
                && pieces.isCapital(at - 2)
                && read.end() < limit
                && pieces.isMark(read.end(), ',');
    }

    /// "she was 35", at the end of a clause.
    private boolean isOfPerson(Pieces pieces, Quantity read, int first, int limit) {
        int at = read.first();
        boolean closed = read.end() >= limit
                || pieces.kind(read.end()) == Pieces.Kind.MARK
                || FigureWords.end(pieces, after, read.end(), limit) > 0;
        if (!closed || !isYears(read)) {
            return false;
        }
        for (int verb = Math.max(first + 1, at - 2); verb < at; verb++) {
            if (FigureWords.end(pieces, verbs, verb, at) == at) {
                return FigureWords.end(pieces, subjects, verb - 1, verb) == verb;
            }
        }
        return false;
    }

    private static boolean isYears(Quantity read) {
        BigDecimal value = read.numeral().value();
        return value != null && value.scale() <= 0 && value.signum() > 0 && value.compareTo(OLDEST) < 0;
    }
}
