package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import org.copyflow.enrichment.figures.context.FigureWords;
import org.copyflow.enrichment.figures.numbers.EnglishNumbers;
import org.copyflow.enrichment.figures.numbers.Numeral;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// Finds ranks ("second-largest", "ranked first", "top 10") and ordinals ("the fourth session"). Immutable.
final class Ordinals {

    private final EnglishNumbers numbers;
    private final PhraseTable<BigDecimal> rankBefore;
    private final PhraseTable<BigDecimal> superlatives;
    private final PhraseTable<BigDecimal> top;
    private final PhraseTable<BigDecimal> ordinalBefore;

    Ordinals(EnglishNumbers numbers, FigureWords words) {
        this.numbers = numbers;
        rankBefore = words.of("rank-before");
        superlatives = words.of("superlative");
        top = words.of("top");
        ordinalBefore = words.of("ordinal-before");
    }

    /// The rank or ordinal that begins at a piece.
    @Nullable
    FigureDraft read(Pieces pieces, int piece, int first, int limit) {
        if (FigureWords.end(pieces, top, piece, limit) == piece + 1) {
            return topOf(pieces, piece, limit);
        }
        Numeral ordinal = numbers.ordinal(pieces, piece, limit);
        if (ordinal == null || ordinal.value() == null) {
            return null;
        }
        int next = pieces.skipHyphen(ordinal.end(), limit);
        if (next < limit && pieces.isCapital(next) && !pieces.isMark(ordinal.end(), ',')) {
            return FigureDraft.none(piece, endOfName(pieces, next, limit));
        }
        boolean superlative = isSuperlative(pieces, next, limit);
        boolean ranked = FigureWords.endsAt(pieces, rankBefore, piece, first)
                || (piece - 1 > first
                        && (pieces.is(piece - 1, "in") || pieces.is(piece - 1, "the"))
                        && FigureWords.endsAt(pieces, rankBefore, piece - 1, first)
                        && !pieces.is(piece - 2, "place"));
        Figure.Kind kind = superlative || ranked ? Figure.Kind.RANK : Figure.Kind.ORDINAL;
        if (kind == Figure.Kind.ORDINAL && !isNounsOrdinal(pieces, piece, first, next, limit)) {
            return null;
        }
        var draft = new FigureDraft(kind, piece, superlative ? next + 1 : ordinal.end());
        draft.value = ordinal.value();
        draft.measures = superlative ? pieces.text().substring(pieces.start(next), pieces.end(next)) : null;
        return draft;
    }

    /// "the fourth session", but not "first, …" or "came first": what is numbered has to follow.
    private boolean isNounsOrdinal(Pieces pieces, int piece, int first, int next, int limit) {
        boolean determined = FigureWords.endsAt(pieces, ordinalBefore, piece, first) || pieces.isNumber(piece);
        return determined && next < limit && pieces.isWord(next);
    }

    /// "14th Five-Year Plan" is a name to its last capital.
    private static int endOfName(Pieces pieces, int piece, int limit) {
        int at = piece;
        while (at < limit && pieces.isCapital(at)) {
            at = pieces.skipHyphen(at + 1, limit);
        }
        return at;
    }

    /// "top 10", "top ten"
    private @Nullable FigureDraft topOf(Pieces pieces, int piece, int limit) {
        int at = pieces.skipHyphen(piece + 1, limit);
        if (at >= limit || !numbers.mayBegin(pieces, at)) {
            return null;
        }
        Numeral numeral = numbers.read(pieces, at, limit);
        boolean whole = numeral != null
                && numeral.value() != null
                && numeral.value().scale() <= 0
                && (numeral.form() == Numeral.Form.DIGITS || numeral.form() == Numeral.Form.WORDS);
        if (!whole || numeral == null || (numeral.end() < limit && pieces.isMark(numeral.end(), '%'))) {
            return null;
        }
        var draft = new FigureDraft(Figure.Kind.RANK, piece, numeral.end());
        draft.value = numeral.value();
        draft.comparator = "<=";
        return draft;
    }

    private boolean isSuperlative(Pieces pieces, int piece, int limit) {
        if (piece >= limit || !pieces.isWord(piece) || pieces.isCapital(piece)) {
            return false;
        }
        int end = pieces.end(piece);
        boolean est = pieces.length(piece) > 5 && pieces.text().startsWith("est", end - 3);
        return est || FigureWords.end(pieces, superlatives, piece, limit) == piece + 1;
    }
}
