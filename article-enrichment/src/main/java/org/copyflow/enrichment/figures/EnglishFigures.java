package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import java.util.List;
import org.copyflow.enrichment.figures.Ranges.Range;
import org.copyflow.enrichment.figures.context.Changes.Change;
import org.copyflow.enrichment.figures.context.Comparators.Comparator;
import org.copyflow.enrichment.figures.context.CountedNouns.Counted;
import org.copyflow.enrichment.figures.context.FigureWords;
import org.copyflow.enrichment.figures.context.Surroundings;
import org.copyflow.enrichment.figures.dates.EnglishDates;
import org.copyflow.enrichment.figures.dates.StatedDate;
import org.copyflow.enrichment.figures.numbers.EnglishNumbers;
import org.copyflow.enrichment.figures.numbers.Numeral;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.figures.units.Unit;
import org.copyflow.enrichment.figures.units.UnitReader;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;

/// Finds figures in an English sentence, in one pass from left to right: dates, ranks and ordinals, ranges, quantities.
/// Immutable, thread-safe.
final class EnglishFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SMALL_MODEL_NUMBER = BigDecimal.valueOf(10_000);

    private final EnglishDates dates = new EnglishDates();
    private final Surroundings around = Surroundings.english();
    private final EnglishQuantities quantities;
    private final Ordinals ordinals;
    private final Ranges ranges;
    private final FigurePhrases phrases = new FigurePhrases("phrases-en.txt");
    private final PhraseTable<BigDecimal> oneNot;
    private final PhraseTable<BigDecimal> oneBefore;
    private final PhraseTable<BigDecimal> oneOf;
    private final PhraseTable<BigDecimal> halfNot;
    private final PhraseTable<BigDecimal> halfBefore;
    private final Ages ages;
    private final PhraseTable<BigDecimal> neverFigures;

    EnglishFigures(UnitReader units) {
        var words = new FigureWords("words-en.txt");
        var numbers = new EnglishNumbers();
        quantities = new EnglishQuantities(numbers, units, around.nouns(), words);
        ordinals = new Ordinals(numbers, words);
        ranges = new Ranges(quantities, around.changes(), words);
        oneNot = words.of("one-not");
        oneBefore = words.of("one-before");
        oneOf = words.of("one-of");
        halfNot = words.of("half-not");
        halfBefore = words.of("half-before");
        ages = new Ages(words);
        neverFigures = words.of("never");
    }

    /// @param first the sentence's first piece
    /// @param limit the piece after its last
    void find(Pieces pieces, int first, int limit, Span sentence, List<Figure> found) {
        int piece = first;
        var before = new EarlierFigures();
        while (piece < limit) {
            FigureDraft draft = at(pieces, piece, first, limit);
            if (draft == null) {
                piece = afterNothing(pieces, piece, limit);
            } else {
                if (draft.stands()) {
                    before.lend(pieces, draft);
                    found.add(draft.build(pieces, sentence));
                }
                piece = draft.end();
            }
        }
    }

    /// After digits that are no figure, what touches them is none either.
    private static int afterNothing(Pieces pieces, int piece, int limit) {
        int next = piece + 1;
        while (pieces.isNumber(piece) && next < limit && pieces.isGlued(next) && pieces.isNumber(next)) {
            next++;
        }
        return next;
    }

    private @Nullable FigureDraft at(Pieces pieces, int piece, int first, int limit) {
        if (!pieces.isNumber(piece) && !pieces.isWord(piece) && !quantities.mayBegin(pieces, piece)) {
            return null;
        }
        FigureDraft phrase = phrases.at(pieces, piece, limit);
        if (phrase != null) {
            return phrase;
        }
        int never = FigureWords.end(pieces, neverFigures, piece, limit);
        if (never > 0) {
            return FigureDraft.none(piece, never);
        }
        StatedDate date = dates.read(pieces, piece, limit);
        if (date != null) {
            return dated(date);
        }
        FigureDraft ordinal = ordinals.read(pieces, piece, first, limit);
        if (ordinal != null) {
            return ordinal;
        }
        return quantities.mayBegin(pieces, piece) ? quantity(pieces, piece, first, limit) : null;
    }

    private @Nullable FigureDraft quantity(Pieces pieces, int piece, int first, int limit) {
        Quantity read = quantities.read(pieces, piece, first, limit);
        if (read == null) {
            return null;
        }
        boolean measured = read.unit() != null && read.first() == piece;
        if (pieces.isNumber(piece)
                && !read.isMoney()
                && around.names().isInsideWord(pieces, read.first(), first, measured)) {
            return FigureDraft.none(read.first(), read.end());
        }
        boolean yearly = read.unit() == null
                || pieces.isCapital(read.end() - 1)
                || (read.unit().isTime() && !pieces.is(read.end() - 1, "years"));
        StatedDate year = !yearly ? null : dates.year(pieces, piece, first, limit, read.counts());
        if (year != null) {
            FigureDraft decade = year.date() == null ? ages.decade(pieces, piece, year.end(), first) : null;
            return decade != null ? decade : dated(year);
        }
        if (isChainName(pieces, read, limit)) {
            return FigureDraft.none(piece, pieces.skipHyphen(read.end(), limit) + 1);
        }
        Range range = ranges.from(pieces, read, first, limit);
        if (range != null) {
            return range(pieces, range, first, limit);
        }
        return isFigure(pieces, read, first, limit)
                ? single(pieces, read, first, limit)
                : FigureDraft.none(piece, read.end());
    }

    private boolean isFigure(Pieces pieces, Quantity read, int first, int limit) {
        Numeral numeral = read.numeral();
        if (isHyphenatedName(pieces, numeral, limit) || isListMark(pieces, read, first, limit)) {
            return false;
        }
        if (isNamedOne(pieces, numeral, first, limit)) {
            return false;
        }
        if (numeral.isOne() && numeral.form() == Form.WORDS && read.unit() == null) {
            return isCountedOne(pieces, read, first, limit);
        }
        if (numeral.form() == Form.FRACTION
                && read.unit() == null
                && (pieces.is(numeral.end() - 1, "half") || pieces.is(numeral.first(), "half"))) {
            boolean ordinalBefore = FigureWords.endsAt(pieces, halfBefore, numeral.first(), first);
            boolean compound = FigureWords.end(pieces, halfNot, pieces.skipHyphen(numeral.end(), limit), limit) > 0;
            return !ordinalBefore && !compound;
        }
        boolean model = numeral.isPlainInteger()
                && numeral.value() != null
                && numeral.value().compareTo(SMALL_MODEL_NUMBER) < 0
                && around.comparators().before(pieces, read.first(), first) == null;
        if (model && around.names().isNamed(pieces, read.first(), first, read.counts())) {
            return false;
        }
        boolean address = model && read.unit() == null && around.names().isAddress(pieces, read.end(), limit);
        return !address && !isScore(pieces, read, limit);
    }

    /// "1)" and the "(4)" after a player's name.
    private static boolean isListMark(Pieces pieces, Quantity read, int first, int limit) {
        boolean closed = read.unit() == null
                && read.numeral().isPlainInteger()
                && read.end() < limit
                && pieces.isMark(read.end(), ')');
        int opening = read.first() - 1;
        return closed && (opening < first || pieces.isMark(opening, '(') || !hasOpening(pieces, opening, first));
    }

    private static boolean hasOpening(Pieces pieces, int from, int first) {
        for (int p = from; p >= first; p--) {
            if (pieces.isMark(p, '(')) {
                return true;
            }
        }
        return false;
    }

    /// "Formula One", "BBC Two", "the Two Sessions"
    private static boolean isNamedOne(Pieces pieces, Numeral numeral, int first, int limit) {
        int before = numeral.first() - 1;
        boolean capital = numeral.form() == Form.WORDS && before >= first && pieces.isCapital(numeral.first());
        boolean namedBefore = capital && pieces.isCapital(before) && !pieces.isGlued(numeral.first());
        return namedBefore
                || (capital && pieces.isWord(before) && numeral.end() < limit && pieces.isCapital(numeral.end()));
    }

    /// "Five-Year", "Seven-Eleven"
    private static boolean isHyphenatedName(Pieces pieces, Numeral numeral, int limit) {
        int next = pieces.skipHyphen(numeral.end(), limit);
        return numeral.form() == Form.WORDS
                && pieces.isCapital(numeral.first())
                && next > numeral.end()
                && pieces.isCapital(next);
    }

    /// "7-Eleven"
    private boolean isChainName(Pieces pieces, Quantity read, int limit) {
        int next = pieces.skipHyphen(read.end(), limit);
        return read.unit() == null && next > read.end() && pieces.isCapital(next) && quantities.mayBegin(pieces, next);
    }

    /// "2-2", "16:9" and numbers chained by hyphens are no figures.
    private static boolean isScore(Pieces pieces, Quantity read, int limit) {
        int at = read.end();
        return read.unit() == null
                && at + 1 < limit
                && (pieces.isHyphen(at) || pieces.isMark(at, ':'))
                && pieces.isGlued(at)
                && pieces.isGlued(at + 1)
                && pieces.isNumber(at + 1);
    }

    /// "one" is a figure before a noun or "of", a pronoun elsewhere.
    private boolean isCountedOne(Pieces pieces, Quantity read, int first, int limit) {
        int next = read.end();
        boolean pronoun = next >= limit
                || !(pieces.isWord(next) || pieces.isHyphen(next))
                || FigureWords.end(pieces, oneNot, next, limit) > 0
                || FigureWords.endsAt(pieces, oneBefore, read.first(), first)
                || (pieces.is(next, "of") && FigureWords.end(pieces, oneOf, next + 1, limit) < 0);
        return !pronoun;
    }

    private FigureDraft single(Pieces pieces, Quantity read, int first, int limit) {
        Numeral numeral = read.numeral();
        boolean share = numeral.form() == Form.FRACTION && read.unit() == null && isShare(pieces, numeral.end(), limit);
        Unit unit = share ? EnglishQuantities.PERCENT : read.unit();
        BigDecimal value = share && numeral.value() != null ? numeral.value().multiply(HUNDRED) : numeral.value();
        Figure.Kind kind = ages.isAge(pieces, read, first, limit) ? Figure.Kind.MEASURE : kind(numeral, unit);
        var draft = new FigureDraft(kind, read.first(), read.end());
        draft.value = value;
        draft.low = numeral.low();
        draft.high = numeral.high();
        complete(pieces, draft, read.withUnit(unit, read.end()), first, limit);
        return draft;
    }

    private FigureDraft range(Pieces pieces, Range range, int first, int limit) {
        Quantity high = range.high();
        Unit unit = high.unit();
        Figure.Kind kind = unit == null && high.noun() == null ? Figure.Kind.RANGE : kind(high.numeral(), unit);
        var draft = new FigureDraft(kind, range.low().first(), high.end());
        draft.low = range.low().numeral().value();
        draft.high = high.numeral().value();
        Quantity both = new Quantity(
                high.numeral(),
                unit,
                high.noun(),
                high.plural(),
                high.age(),
                range.low().first(),
                high.end());
        complete(pieces, draft, both, first, limit);
        return draft;
    }

    /// Adds unit, comparator, change and what is measured.
    private void complete(Pieces pieces, FigureDraft draft, Quantity read, int first, int limit) {
        Unit unit = read.unit();
        draft.unit = unit == null ? read.noun() : unit.code();
        int start = ages.start(pieces, read.first(), first);
        Comparator before = around.comparators().before(pieces, start, first);
        Comparator after = before == null ? around.comparators().after(pieces, read.end(), limit) : null;
        if (before != null) {
            draft.comparator = before.sign();
        } else if (after != null) {
            draft.comparator = after.sign();
        }
        int edge = before == null ? read.first() : before.edge();
        draft.beginAt(edge);
        boolean from = draft.low != null && edge > first && pieces.is(edge - 1, "from");
        Change change = around.changes().before(pieces, from ? edge - 1 : edge, first);
        if (change == null && draft.percent()) {
            change = around.changes().after(pieces, read.end(), limit);
        }
        draft.change = change == null ? null : change.direction();
        if (ages.isAge(pieces, read, first, limit)) {
            draft.unit = read.unit() == null ? "year" : read.unit().code();
            draft.measures = "age";
            return;
        }
        Counted noun = unit == null ? null : around.nouns().at(pieces, read.end(), limit);
        draft.measures = noun == null ? read.noun() : noun.text();
    }

    /// "of the", but not "of a".
    private static boolean isShare(Pieces pieces, int piece, int limit) {
        boolean of =
                piece + 1 < limit && (pieces.is(piece, "of") || pieces.is(piece, "the") || pieces.is(piece, "their"));
        return of && !(pieces.is(piece + 1, "a") || pieces.is(piece + 1, "an"));
    }

    private static Figure.Kind kind(Numeral numeral, @Nullable Unit unit) {
        if (unit != null) {
            return unit.kind();
        }
        return numeral.form() == Form.FRACTION ? Figure.Kind.RATIO : Figure.Kind.COUNT;
    }

    private static FigureDraft dated(StatedDate date) {
        var draft = new FigureDraft(Figure.Kind.DATE, date.first(), date.end());
        draft.date = date.date();
        return draft;
    }
}
