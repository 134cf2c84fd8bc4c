package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import org.copyflow.enrichment.figures.context.CountedNouns;
import org.copyflow.enrichment.figures.context.CountedNouns.Counted;
import org.copyflow.enrichment.figures.context.FigureWords;
import org.copyflow.enrichment.figures.numbers.EnglishNumbers;
import org.copyflow.enrichment.figures.numbers.Numeral;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.figures.units.Unit;
import org.copyflow.enrichment.figures.units.UnitMatch;
import org.copyflow.enrichment.figures.units.UnitReader;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// Reads a number with its sign, currency, scale letter and unit, in English. Immutable, thread-safe.
final class EnglishQuantities {

    static final Unit PERCENT = new Unit("%", Figure.Kind.PERCENT);

    private static final Unit POUND_STERLING = new Unit("GBP", Figure.Kind.MONEY);
    private static final Unit YEAR = new Unit("year", Figure.Kind.DURATION);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal FEW_POUNDS = BigDecimal.valueOf(100_000);

    private final EnglishNumbers numbers;
    private final UnitReader units;
    private final CountedNouns nouns;
    private final PhraseTable<BigDecimal> shortScales;
    private final PhraseTable<BigDecimal> minus;
    private final PhraseTable<BigDecimal> old;
    private final PhraseTable<BigDecimal> timeAdjectives;

    EnglishQuantities(EnglishNumbers numbers, UnitReader units, CountedNouns nouns, FigureWords words) {
        this.numbers = numbers;
        this.units = units;
        this.nouns = nouns;
        shortScales = words.of("short-scale");
        minus = words.of("minus");
        old = words.of("old");
        timeAdjectives = words.of("time-adjective");
    }

    boolean mayBegin(Pieces pieces, int piece) {
        return numbers.mayBegin(pieces, piece);
    }

    /// The quantity whose number begins at a piece.
    ///
    /// @param first the piece that a currency's mark must not begin before
    @Nullable
    Quantity read(Pieces pieces, int piece, int first, int limit) {
        Numeral numeral = numbers.read(pieces, piece, limit);
        if (numeral == null) {
            return null;
        }
        UnitMatch prefix = units.currencyBefore(pieces, piece, first);
        if (prefix == null
                && piece - 2 >= first
                && pieces.isHyphen(piece - 1)
                && pieces.isGlued(piece)
                && pieces.isGlued(piece - 1)) {
            prefix = units.currencyBefore(pieces, piece - 1, first);
            numeral = prefix == null ? numeral : numeral.negated(piece - 1);
        }
        int start = prefix == null ? piece : prefix.end();
        numeral = signed(pieces, numeral, start, first);
        start = Math.min(start, numeral.first());
        if (prefix != null) {
            return money(pieces, scaled(pieces, numeral, limit), prefix, start, limit);
        }
        Numeral odds = numbers.odds(pieces, numeral, limit);
        if (odds != null && units.after(pieces, odds.end(), limit) == null) {
            return counted(pieces, odds, start, limit);
        }
        Quantity measured = measured(pieces, numeral, start, limit);
        return measured != null ? measured : counted(pieces, numeral, start, limit);
    }

    /// An amount after the mark of its currency; a name of the currency after it, too, belongs to it.
    private Quantity money(Pieces pieces, Numeral numeral, UnitMatch prefix, int start, int limit) {
        int end = numeral.end();
        UnitMatch suffix = units.after(pieces, end, limit);
        boolean sameAgain = suffix != null
                && suffix.unit().isMoney()
                && !pieces.isGlued(end)
                && !isPrefixOfNext(pieces, suffix, limit);
        UnitMatch priced = units.per(
                pieces,
                sameAgain && suffix != null ? suffix : new UnitMatch(prefix.unit(), end, BigDecimal.ONE),
                limit);
        Unit unit = sameAgain && priced.unit().code().indexOf('/') < 0 ? prefix.unit() : priced.unit();
        return coins(
                pieces, new Quantity(numeral, unit, null, false, false, start, Math.max(end, priced.end())), limit);
    }

    /// In "rmb 10 usd 20" the code after the first number is the mark of the second.
    private boolean isPrefixOfNext(Pieces pieces, UnitMatch suffix, int limit) {
        return suffix.end() < limit && pieces.isNumber(suffix.end());
    }

    private @Nullable Quantity measured(Pieces pieces, Numeral numeral, int start, int limit) {
        UnitMatch unit = unitAfter(pieces, numeral, limit);
        BigDecimal scale = shortScale(pieces, numeral.end(), limit);
        if (scale != null && (unit == null || unit.end() == numeral.end() + 1)) {
            Numeral scaled = numeral.times(scale, numeral.end() + 1);
            UnitMatch beyond = units.after(pieces, scaled.end(), limit);
            if (beyond != null) {
                return withUnit(pieces, scaled, beyond, start, limit);
            }
            if (unit == null || nouns.hasPluralAhead(pieces, scaled.end(), limit)) {
                return null;
            }
        }
        return unit == null ? null : withUnit(pieces, numeral, unit, start, limit);
    }

    /// The unit right after the number, after "of" ("thousands of years"), or after an adjective ("nine consecutive
    /// years").
    private @Nullable UnitMatch unitAfter(Pieces pieces, Numeral numeral, int limit) {
        UnitMatch direct = units.after(pieces, numeral.end(), limit);
        int at = numeral.end();
        if (direct != null || at + 1 >= limit) {
            return direct;
        }
        if (pieces.is(at, "of") && numeral.form() == Form.VAGUE) {
            return units.after(pieces, at + 1, limit);
        }
        boolean adjective = FigureWords.end(pieces, timeAdjectives, at, limit) == at + 1;
        UnitMatch timed = adjective ? units.after(pieces, at + 1, limit) : null;
        return timed != null && timed.unit().isTime() ? timed : null;
    }

    private @Nullable Quantity withUnit(Pieces pieces, Numeral numeral, UnitMatch found, int start, int limit) {
        Unit unit = found.unit();
        BigDecimal years = yearsOf(unit);
        if (years != null) {
            Numeral inYears = numeral.times(years, numeral.end());
            return new Quantity(inYears, YEAR, null, false, false, start, found.end());
        }
        if (unit.code().equals("KRW") && numeral.scale().compareTo(BigDecimal.ONE) == 0 && isSmall(numeral)) {
            return null;
        }
        if (unit.code().startsWith("lb") && isLarge(numeral)) {
            unit = new Unit(POUND_STERLING.code() + unit.code().substring(2), Figure.Kind.MONEY);
        }
        int end = found.end();
        int ageEnd = unit.isTime() ? FigureWords.end(pieces, old, pieces.skipHyphen(end, limit), limit) : -1;
        Numeral whole = numeral.times(found.factor(), numeral.end());
        BigDecimal late = unit.isMoney() ? numbers.scale(pieces, end, limit) : null;
        if (late != null) {
            return new Quantity(whole.times(late, numeral.end()), unit, null, false, false, start, end + 1);
        }
        if (ageEnd > 0) {
            return new Quantity(whole, unit, null, false, true, start, ageEnd);
        }
        return coins(pieces, new Quantity(whole, unit, null, false, false, start, end), limit);
    }

    /// Decades and centuries are so many years.
    private static @Nullable BigDecimal yearsOf(Unit unit) {
        return switch (unit.code()) {
            case "decade" -> BigDecimal.TEN;
            case "century" -> HUNDRED;
            default -> null;
        };
    }

    /// "thirteen dollars and forty-five cents"
    private Quantity coins(Pieces pieces, Quantity amount, int limit) {
        if (!amount.isMoney() || amount.unit() == null || amount.unit().isCoin()) {
            return amount;
        }
        int at = amount.end() + (amount.end() < limit && pieces.is(amount.end(), "and") ? 1 : 0);
        Numeral cents = at < limit && mayBegin(pieces, at) ? numbers.read(pieces, at, limit) : null;
        UnitMatch coin = cents == null ? null : units.after(pieces, cents.end(), limit);
        BigDecimal whole = amount.numeral().value();
        if (cents == null
                || cents.value() == null
                || whole == null
                || cents.value().compareTo(HUNDRED) >= 0) {
            return amount;
        }
        boolean bare = coin == null && whole.scale() <= 0 && isBareCents(pieces, cents, limit);
        if (!bare && (coin == null || !coin.unit().isCoin())) {
            return amount;
        }
        BigDecimal sum = whole.add(cents.value().movePointLeft(2));
        Numeral both = Numeral.of(amount.numeral().first(), cents.end(), sum, BigDecimal.ONE, Form.WORDS);
        return new Quantity(
                both, amount.unit(), null, false, false, amount.first(), coin == null ? cents.end() : coin.end());
    }

    /// "15 dollars 50": two digits that nothing but the end of the clause follows.
    private static boolean isBareCents(Pieces pieces, Numeral cents, int limit) {
        BigDecimal value = cents.value();
        int end = cents.end();
        boolean ends = end >= limit
                || (pieces.kind(end) == Pieces.Kind.MARK && !pieces.isMark(end, '%') && !pieces.isHyphen(end));
        return ends && value != null && value.scale() <= 0 && value.compareTo(BigDecimal.TEN) >= 0;
    }

    private @Nullable Quantity counted(Pieces pieces, Numeral read, int start, int limit) {
        Numeral numeral = scaledBeforeNoun(pieces, read, limit);
        if (numeral.form() == Form.DIGITS && isUnknownWordGlued(pieces, numeral.end(), limit)) {
            return null;
        }
        Quantity whole = numeral.form() == Form.FRACTION ? ofUnit(pieces, numeral, start, limit) : null;
        if (whole != null) {
            return whole;
        }
        Quantity lender = noun(pieces, numeral, limit);
        if (lender != null) {
            boolean unit = lender.unit() != null;
            return new Quantity(
                    numeral, lender.unit(), unit ? null : lender.noun(), lender.plural(), false, start, numeral.end());
        }
        Counted noun = nouns.at(pieces, numeral.end(), limit);
        return new Quantity(
                numeral,
                null,
                noun == null ? null : noun.text(),
                noun != null && noun.plural(),
                false,
                start,
                numeral.end());
    }

    /// "1/16 of a pint", "half of an inch", "half a mile", "the next half decade"
    private @Nullable Quantity ofUnit(Pieces pieces, Numeral numeral, int start, int limit) {
        int at = numeral.end();
        at += at < limit && pieces.is(at, "of") ? 1 : 0;
        boolean article = at < limit && (pieces.is(at, "a") || pieces.is(at, "an"));
        UnitMatch unit = article ? units.after(pieces, at + 1, limit) : null;
        return unit == null ? null : new Quantity(numeral, unit.unit(), null, false, false, start, unit.end());
    }

    /// What a number borrows from the one after it: the unit in "eight or nine euros", the noun in "eight million 250ml
    /// bottles".
    private @Nullable Quantity noun(Pieces pieces, Numeral numeral, int limit) {
        int at = numeral.end();
        at += at + 1 < limit && pieces.isHyphen(at) && pieces.isGlued(at) && !pieces.isGlued(at + 1) ? 1 : 0;
        if (at + 1 >= limit) {
            return null;
        }
        if (pieces.is(at, "or") || pieces.is(at, "and")) {
            Quantity other = after(pieces, at + 1, limit);
            return other != null && (other.unit() != null || (other.plural() && pieces.is(at, "or"))) ? other : null;
        }
        if (!pieces.isNumber(at) || pieces.isGlued(at)) {
            return null;
        }
        Quantity other = after(pieces, at, limit);
        Counted noun = other == null || other.unit() == null ? null : nouns.at(pieces, other.end(), limit);
        return noun == null || !noun.plural() || other == null
                ? null
                : new Quantity(numeral, null, noun.text(), true, false, at, at);
    }

    /// The quantity at a piece, or after the currency's mark there.
    private @Nullable Quantity after(Pieces pieces, int piece, int limit) {
        int at = pieces.kind(piece) == Pieces.Kind.MARK ? piece + 1 : piece;
        boolean begins = at < limit && mayBegin(pieces, at) && !pieces.is(at, "a") && !pieces.is(at, "an");
        return begins ? read(pieces, at, piece, limit) : null;
    }

    /// `5G`, `49ers`, `24703L202`: letters touch the digits that are no unit.
    private static boolean isUnknownWordGlued(Pieces pieces, int piece, int limit) {
        return piece < limit && pieces.isGlued(piece) && pieces.isWord(piece) && !pieces.is(piece, "'s");
    }

    private Numeral scaledBeforeNoun(Pieces pieces, Numeral numeral, int limit) {
        BigDecimal scale = shortScale(pieces, numeral.end(), limit);
        if (scale == null && numeral.form() == Form.DIGITS && isMillionApart(pieces, numeral.end(), limit)) {
            return numeral.times(MILLION, numeral.end() + 1);
        }
        boolean counts = scale != null && nouns.hasPluralAhead(pieces, numeral.end() + 1, limit);
        return scale != null && counts ? numeral.times(scale, numeral.end() + 1) : numeral;
    }

    /// The scale letter that touches an amount of money: `$5.4m`, `$1MM`, or stands apart: `$5 M`.
    private Numeral scaled(Pieces pieces, Numeral numeral, int limit) {
        int at = numeral.end();
        BigDecimal scale = at < limit && pieces.is(at, "mm") ? MILLION : shortScale(pieces, at, limit);
        scale = scale == null && isMillionApart(pieces, at, limit) ? MILLION : scale;
        return scale == null ? numeral : numeral.times(scale, numeral.end() + 1);
    }

    /// "1,674,200.5 M": a capital that begins no name.
    private static boolean isMillionApart(Pieces pieces, int piece, int limit) {
        return piece < limit
                && pieces.text(piece).equals("M")
                && !(piece + 1 < limit && (pieces.isCapital(piece + 1) || pieces.isGlued(piece + 1)));
    }

    private @Nullable BigDecimal shortScale(Pieces pieces, int piece, int limit) {
        boolean letter = piece < limit && pieces.isGlued(piece) && pieces.isWord(piece);
        return letter ? pieces.of(shortScales, piece) : null;
    }

    /// A minus before the number, or before the currency's mark.
    private Numeral signed(Pieces pieces, Numeral numeral, int start, int first) {
        int before = start - 1;
        if (before < first) {
            return numeral;
        }
        if (pieces.isHyphen(before) && pieces.isGlued(start)) {
            boolean free = before == first || !pieces.isGlued(before) || pieces.isMark(before - 1, '(');
            boolean afterMinus = before > first && FigureWords.end(pieces, minus, before - 1, before) == before;
            return free || afterMinus ? numeral.negated(afterMinus ? before - 1 : before) : numeral;
        }
        return FigureWords.end(pieces, minus, before, start) == start ? numeral.negated(before) : numeral;
    }

    private static boolean isSmall(Numeral numeral) {
        return numeral.value() == null || numeral.value().compareTo(HUNDRED) < 0;
    }

    private static boolean isLarge(Numeral numeral) {
        return numeral.scale().compareTo(FEW_POUNDS) > 0;
    }
}
