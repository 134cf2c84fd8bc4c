package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import java.util.List;
import org.copyflow.enrichment.figures.context.ChineseSurroundings;
import org.copyflow.enrichment.figures.context.ChineseSurroundings.Beside;
import org.copyflow.enrichment.figures.context.FigureWords;
import org.copyflow.enrichment.figures.dates.ChineseDates;
import org.copyflow.enrichment.figures.dates.StatedDate;
import org.copyflow.enrichment.figures.numbers.Numeral;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.figures.units.Unit;
import org.copyflow.enrichment.figures.units.UnitReader;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;

/// Finds figures in a Chinese sentence, in one pass from left to right. Immutable, thread-safe.
final class ChineseFigures {

    private static final int LONGEST_WORD_BEFORE = 4;
    private static final int LONGEST_NOUN = 4;

    private final ChineseSurroundings around = new ChineseSurroundings();
    private final ChineseQuantities quantities;
    private final ChineseDates dates;
    private final FigurePhrases phrases = new FigurePhrases("phrases-zh.txt");
    private final PhraseTable<BigDecimal> not;
    private final PhraseTable<BigDecimal> ordinal;
    private final PhraseTable<BigDecimal> rank;
    private final PhraseTable<BigDecimal> top;
    private final PhraseTable<BigDecimal> range;
    private final PhraseTable<BigDecimal> classifiers;
    private final PhraseTable<BigDecimal> nounStops;

    ChineseFigures(UnitReader units) {
        var words = new FigureWords("words-zh.txt");
        quantities = new ChineseQuantities(units, words);
        dates = new ChineseDates(quantities.numbers());
        not = words.of("not");
        ordinal = words.of("ordinal");
        rank = words.of("rank");
        top = words.of("top");
        range = words.of("range");
        classifiers = words.of("classifier");
        nounStops = words.of("noun-stop");
    }

    void find(Pieces pieces, int first, int limit, Span sentence, List<Figure> found) {
        int piece = first;
        FigureDraft last = null;
        while (piece < limit) {
            FigureDraft draft = at(pieces, piece, first, limit);
            if (draft != null && draft.stands()) {
                if (last != null && EarlierFigures.saysAgain(pieces, last, draft)) {
                    draft.sameAs = last.place(pieces);
                }
                last = draft;
                found.add(draft.build(pieces, sentence));
            }
            piece = draft == null ? piece + 1 : draft.end();
        }
    }

    private @Nullable FigureDraft at(Pieces pieces, int piece, int first, int limit) {
        FigureDraft phrase = phrases.at(pieces, piece, limit);
        if (phrase != null) {
            return phrase;
        }
        if (FigureWords.end(pieces, ordinal, piece, limit) == piece + 1) {
            return ranked(pieces, piece, piece + 1, limit, Figure.Kind.ORDINAL);
        }
        if (FigureWords.end(pieces, top, piece, limit) > 0) {
            FigureDraft best = ranked(pieces, piece, piece + 1, limit, Figure.Kind.RANK);
            if (best != null) {
                return best;
            }
        }
        if (!quantities.mayBegin(pieces, piece)) {
            return null;
        }
        int word = endOfOtherWord(pieces, piece, first, limit);
        if (word > 0) {
            return FigureDraft.none(piece, word);
        }
        StatedDate date = dates.read(pieces, piece, limit);
        if (date != null) {
            var draft = new FigureDraft(Figure.Kind.DATE, date.first(), date.end());
            draft.date = date.date();
            return draft;
        }
        return quantity(pieces, piece, first, limit);
    }

    /// 第三, 前十: the number after the word.
    private @Nullable FigureDraft ranked(Pieces pieces, int piece, int at, int limit, Figure.Kind kind) {
        Numeral numeral = at < limit && quantities.mayBegin(pieces, at)
                ? quantities.numbers().read(pieces, at, limit)
                : null;
        if (numeral == null || numeral.value() == null) {
            return null;
        }
        boolean ranks = FigureWords.end(pieces, rank, numeral.end(), limit) > 0;
        if (kind == Figure.Kind.RANK && !ranks) {
            return null;
        }
        var draft = new FigureDraft(ranks ? Figure.Kind.RANK : kind, piece, numeral.end());
        draft.value = numeral.value();
        draft.comparator = kind == Figure.Kind.RANK ? "<=" : "=";
        return draft;
    }

    /// The end of a word that holds the numeral and is no number, as 一样, or 0.
    private int endOfOtherWord(Pieces pieces, int piece, int first, int limit) {
        if (!pieces.isIdeograph(piece)) {
            return 0;
        }
        for (int start = Math.max(first, piece - LONGEST_WORD_BEFORE); start <= piece; start++) {
            int end = FigureWords.end(pieces, not, start, limit);
            if (end > piece) {
                return end;
            }
        }
        return 0;
    }

    private @Nullable FigureDraft quantity(Pieces pieces, int piece, int first, int limit) {
        if (pieces.isNumber(piece) && isInsideWord(pieces, piece, first, limit)) {
            return FigureDraft.none(piece, piece + 1);
        }
        Quantity read = quantities.read(pieces, piece, first, limit);
        if (read == null) {
            return null;
        }
        int next = FigureWords.end(pieces, range, read.end(), limit);
        Quantity high = next > 0 && next < limit && quantities.mayBegin(pieces, next)
                ? quantities.read(pieces, next, next, limit)
                : null;
        BigDecimal low = read.numeral().value();
        BigDecimal top = high == null ? null : high.numeral().value();
        if (high == null || low == null || top == null || !sameUnit(read, high)) {
            return single(pieces, read, first, limit);
        }
        boolean lends = read.unit() == null && read.numeral().scale().compareTo(BigDecimal.ONE) == 0;
        BigDecimal scaled = lends ? low.multiply(high.numeral().scale()) : low;
        BigDecimal lower = scaled.compareTo(top) < 0 ? scaled : low;
        if (lower.compareTo(top) >= 0 && high.unit() == null) {
            return FigureDraft.none(piece, high.end());
        }
        var whole = new Quantity(high.numeral(), high.unit(), null, false, false, read.first(), high.end());
        FigureDraft draft = single(pieces, whole, first, limit);
        draft.value = null;
        draft.low = lower;
        draft.high = top;
        return draft;
    }

    private FigureDraft single(Pieces pieces, Quantity read, int first, int limit) {
        Unit unit = read.unit();
        Numeral numeral = read.numeral();
        Figure.Kind plain = numeral.form() == Form.FRACTION ? Figure.Kind.RATIO : Figure.Kind.COUNT;
        var draft = new FigureDraft(unit == null ? plain : unit.kind(), read.first(), read.end());
        draft.value = numeral.value();
        draft.low = numeral.low();
        draft.high = numeral.high();
        draft.unit = unit == null ? noun(pieces, read.end(), limit) : unit.code();
        draft.measures = unit == null ? draft.unit : null;
        Beside before = around.comparatorBefore(pieces, read.first(), first);
        int afterClassifier = Math.max(read.end(), FigureWords.end(pieces, classifiers, read.end(), limit));
        Beside after = around.comparatorAfter(pieces, afterClassifier, limit);
        after = after == null ? around.comparatorAfter(pieces, read.end(), limit) : after;
        if (before != null) {
            draft.comparator = before.value();
        } else if (after != null) {
            draft.comparator = after.value();
        } else if (numeral.form() == Form.VAGUE && numeral.value() != null) {
            draft.comparator = ">";
        }
        draft.beginAt(before == null ? read.first() : before.edge());
        Beside change = around.changeBefore(pieces, before == null ? read.first() : before.edge(), first);
        draft.change = change == null ? null : change.value();
        return draft;
    }

    /// What is counted: the noun after a measure word, or the measure word itself.
    private @Nullable String noun(Pieces pieces, int piece, int limit) {
        int classified = FigureWords.end(pieces, classifiers, piece, limit);
        int start = classified > 0 ? classified : piece;
        int end = start;
        while (end < limit
                && end - start < LONGEST_NOUN
                && pieces.isIdeograph(end)
                && FigureWords.end(pieces, nounStops, end, limit) < 0) {
            end++;
        }
        boolean closed = end >= limit || end - start < LONGEST_NOUN;
        if (end > start && closed) {
            return text(pieces, start, end);
        }
        return classified > 0 ? text(pieces, piece, classified) : null;
    }

    private static String text(Pieces pieces, int start, int end) {
        return pieces.text().substring(pieces.start(start), pieces.end(end - 1));
    }

    private static boolean sameUnit(Quantity low, Quantity high) {
        return low.unit() == null
                || (high.unit() != null && low.unit().code().equals(high.unit().code()));
    }

    /// Latin letters touch the digits: `5G`, `A380`.
    private static boolean isInsideWord(Pieces pieces, int piece, int first, int limit) {
        boolean before =
                piece > first && pieces.isGlued(piece) && pieces.isWord(piece - 1) && pieces.length(piece - 1) < 3;
        boolean model = before && !pieces.is(piece - 1, "us") && pieces.length(piece - 1) != 3;
        boolean generation = piece + 1 < limit
                && pieces.isGlued(piece + 1)
                && pieces.is(piece + 1, "g")
                && pieces.isCapital(piece + 1);
        return model || generation;
    }
}
