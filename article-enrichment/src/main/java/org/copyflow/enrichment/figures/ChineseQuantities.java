package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.copyflow.enrichment.figures.context.FigureWords;
import org.copyflow.enrichment.figures.numbers.ChineseNumbers;
import org.copyflow.enrichment.figures.numbers.Numeral;
import org.copyflow.enrichment.figures.numbers.Numeral.Form;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.figures.units.Unit;
import org.copyflow.enrichment.figures.units.UnitMatch;
import org.copyflow.enrichment.figures.units.UnitReader;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.jspecify.annotations.Nullable;

/// Reads a Chinese number with what makes it a quantity: 百分之五, 三分之二, 七成, 八五折, 1.3亿美元, 负三十二, 五十元六角.
/// Immutable, thread-safe.
final class ChineseQuantities {

    /// Characters after which a hyphen before a number is a minus: 气温为-8℃.
    private static final String MINUS_AFTER = "为是达至到约于低";

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final ChineseNumbers numbers = new ChineseNumbers();
    private final UnitReader units;
    private final PhraseTable<BigDecimal> over;
    private final PhraseTable<BigDecimal> and;
    private final PhraseTable<BigDecimal> minus;
    private final PhraseTable<BigDecimal> tenth;
    private final PhraseTable<BigDecimal> discount;
    private final PhraseTable<BigDecimal> half;
    private final PhraseTable<BigDecimal> percentBase;
    private final PhraseTable<BigDecimal> permilleBase;
    private final PhraseTable<BigDecimal> basisBase;

    ChineseQuantities(UnitReader units, FigureWords words) {
        this.units = units;
        over = words.of("over");
        and = words.of("and");
        minus = words.of("minus");
        tenth = words.of("tenth");
        discount = words.of("discount");
        half = words.of("half");
        percentBase = words.of("percent-base");
        permilleBase = words.of("permille-base");
        basisBase = words.of("basis-base");
    }

    ChineseNumbers numbers() {
        return numbers;
    }

    boolean mayBegin(Pieces pieces, int piece) {
        return numbers.mayBegin(pieces, piece);
    }

    @Nullable
    Quantity read(Pieces pieces, int piece, int first, int limit) {
        Quantity share = shareOf(pieces, piece, limit);
        if (share != null) {
            return signed(pieces, share, first);
        }
        if (FigureWords.end(pieces, half, piece, limit) == piece + 1) {
            Quantity part = tenths(pieces, Numeral.of(piece, piece + 1, HALF, BigDecimal.ONE, Form.WORDS), limit);
            if (part != null) {
                return part;
            }
        }
        Numeral numeral = numbers.read(pieces, piece, limit);
        if (numeral == null) {
            return null;
        }
        Quantity fraction = fraction(pieces, numeral, limit);
        if (fraction != null) {
            return signed(pieces, fraction, first);
        }
        Quantity tenths = tenths(pieces, numeral, limit);
        return tenths != null ? tenths : signed(pieces, measured(pieces, numeral, first, limit), first);
    }

    /// 百分之五, 千分之三, 百分之百: a share with a round base.
    private @Nullable Quantity shareOf(Pieces pieces, int piece, int limit) {
        for (PhraseTable<BigDecimal> base : List.of(percentBase, permilleBase, basisBase)) {
            Hit<BigDecimal> hit = pieces.longest(base, piece, limit);
            int after = hit == null ? -1 : FigureWords.end(pieces, over, hit.endToken(), limit);
            if (hit == null || after < 0) {
                continue;
            }
            Numeral share = mayNumber(pieces, after, limit);
            share = share == null && base == percentBase ? hundred(pieces, after, limit) : share;
            if (share != null && share.value() != null) {
                BigDecimal percent = share.value().multiply(hit.value());
                Numeral both = Numeral.of(piece, share.end(), percent, BigDecimal.ONE, Form.WORDS);
                return quantity(both, EnglishQuantities.PERCENT, piece, share.end());
            }
        }
        return null;
    }

    /// The 百 of 百分之百, which is no number alone.
    private @Nullable Numeral hundred(Pieces pieces, int piece, int limit) {
        boolean alone = FigureWords.end(pieces, percentBase, piece, limit) == piece + 1;
        return alone ? Numeral.of(piece, piece + 1, BigDecimal.valueOf(100), BigDecimal.ONE, Form.WORDS) : null;
    }

    /// 三分之二, 十一又十四分之一
    private @Nullable Quantity fraction(Pieces pieces, Numeral numeral, int limit) {
        int mixedAt = FigureWords.end(pieces, and, numeral.end(), limit);
        Numeral below = mixedAt < 0 ? numeral : mayNumber(pieces, mixedAt, limit);
        int overAt = below == null ? -1 : FigureWords.end(pieces, over, below.end(), limit);
        int numeratorAt = overAt;
        boolean negative = numeratorAt > 0 && FigureWords.end(pieces, minus, numeratorAt, limit) > 0;
        numeratorAt += negative ? 1 : 0;
        Numeral above = overAt < 0 ? null : mayNumber(pieces, numeratorAt, limit);
        if (below == null
                || above == null
                || above.value() == null
                || below.value() == null
                || below.value().signum() == 0) {
            return null;
        }
        BigDecimal part = above.value().divide(below.value(), MathContext.DECIMAL64);
        BigDecimal whole =
                mixedAt < 0 || numeral.value() == null ? part : numeral.value().add(part);
        Numeral both = Numeral.of(
                numeral.first(), above.end(), negative ? whole.negate() : whole, BigDecimal.ONE, Form.FRACTION);
        return quantity(both, null, numeral.first(), above.end());
    }

    /// 七成 and 七折 are 70 percent, 八五折 and 三成五 go further.
    private @Nullable Quantity tenths(Pieces pieces, Numeral numeral, int limit) {
        int end = FigureWords.end(pieces, tenth, numeral.end(), limit);
        boolean discounted = end < 0;
        end = discounted ? FigureWords.end(pieces, discount, numeral.end(), limit) : end;
        if (end < 0 || numeral.value() == null) {
            return spacedDiscount(pieces, numeral, limit);
        }
        boolean twoDigits = discounted
                && numeral.value().compareTo(BigDecimal.TEN) > 0
                && numeral.value().scale() <= 0;
        if (discounted && numeral.value().compareTo(HALF) == 0) {
            return quantity(numeral, BigDecimal.valueOf(50), EnglishQuantities.PERCENT, end);
        }
        BigDecimal percent = twoDigits ? numeral.value() : numeral.value().movePointRight(1);
        return percent.compareTo(BigDecimal.valueOf(1000)) > 0
                ? null
                : quantity(numeral, percent, EnglishQuantities.PERCENT, end);
    }

    /// "7 2 折"
    private @Nullable Quantity spacedDiscount(Pieces pieces, Numeral numeral, int limit) {
        int next = numeral.end();
        boolean single = next + 1 < limit
                && pieces.isNumber(next)
                && pieces.length(next) == 1
                && pieces.length(next - 1) == 1
                && FigureWords.end(pieces, discount, next + 1, limit) > 0;
        Numeral second = single ? mayNumber(pieces, next, limit) : null;
        if (second == null || second.value() == null || numeral.value() == null) {
            return null;
        }
        BigDecimal percent = numeral.value().multiply(BigDecimal.TEN).add(second.value());
        return quantity(numeral, percent, EnglishQuantities.PERCENT, next + 2);
    }

    private Quantity measured(Pieces pieces, Numeral numeral, int first, int limit) {
        UnitMatch prefix = units.currencyBefore(pieces, numeral.first(), first);
        UnitMatch unit = units.afterChinese(pieces, numeral.end(), limit);
        if (unit == null && prefix == null) {
            UnitMatch latin = latinUnit(pieces, numeral, limit);
            return latin == null
                    ? quantity(numeral, null, numeral.first(), numeral.end())
                    : quantity(numeral, latin.unit(), numeral.first(), latin.end());
        }
        if (unit == null || (prefix != null && !unit.unit().isMoney())) {
            return prefix == null
                    ? quantity(numeral, null, numeral.first(), numeral.end())
                    : quantity(numeral, prefix.unit(), prefix.end(), numeral.end());
        }
        int start = prefix == null ? numeral.first() : prefix.end();
        Quantity whole = quantity(numeral, unit.unit(), start, unit.end());
        return unit.unit().isMoney() ? coins(pieces, whole, limit) : andAHalf(pieces, whole, limit);
    }

    private @Nullable UnitMatch latinUnit(Pieces pieces, Numeral numeral, int limit) {
        boolean latin = numeral.end() < limit && !pieces.isIdeograph(numeral.end());
        return latin ? units.after(pieces, numeral.end(), limit) : null;
    }

    /// 两米半, 三块半
    private Quantity andAHalf(Pieces pieces, Quantity whole, int limit) {
        int end = FigureWords.end(pieces, half, whole.end(), limit);
        BigDecimal value = whole.numeral().value();
        return end < 0 || value == null ? whole : quantity(whole.numeral(), value.add(HALF), whole.unit(), end);
    }

    /// 五十元六角三分, 两美元又三美分
    private Quantity coins(Pieces pieces, Quantity whole, int limit) {
        BigDecimal sum = whole.numeral().value();
        int end = whole.end();
        for (int coin = 1; coin <= 2 && sum != null; coin++) {
            int at = Math.max(end, FigureWords.end(pieces, and, end, limit));
            Numeral small = mayNumber(pieces, at, limit);
            UnitMatch unit = small == null ? null : units.afterChinese(pieces, small.end(), limit);
            if (small == null || small.value() == null) {
                break;
            }
            boolean fen =
                    coin == 2 && small.end() < limit && pieces.text(small.end()).equals("分");
            if (!fen && (unit == null || !unit.unit().isCoin())) {
                break;
            }
            boolean tenth = !fen && unit != null && unit.unit().code().equals("jiao");
            sum = sum.add(small.value().movePointLeft(tenth ? 1 : 2));
            end = fen || unit == null ? small.end() + 1 : unit.end();
        }
        if (end == whole.end() || sum == null) {
            return andAHalf(pieces, whole, limit);
        }
        return quantity(whole.numeral(), sum, whole.unit(), end);
    }

    private @Nullable Numeral mayNumber(Pieces pieces, int piece, int limit) {
        return piece < limit && mayBegin(pieces, piece) ? numbers.read(pieces, piece, limit) : null;
    }

    private Quantity signed(Pieces pieces, Quantity quantity, int first) {
        int before = quantity.first() - 1;
        boolean negative = FigureWords.endsAt(pieces, minus, quantity.first(), first)
                && (before == first
                        || !pieces.isHyphen(before)
                        || isFreeHyphen(pieces, before)
                        || MINUS_AFTER.indexOf(pieces.firstChar(before - 1)) >= 0);
        if (!negative) {
            return quantity;
        }
        int start = pieces.is(before, "下") ? before - 1 : before;
        return new Quantity(
                quantity.numeral().negated(start), quantity.unit(), null, false, false, start, quantity.end());
    }

    private static boolean isFreeHyphen(Pieces pieces, int hyphen) {
        boolean touches = pieces.isGlued(hyphen);
        return !touches && pieces.isGlued(hyphen + 1);
    }

    private static Quantity quantity(Numeral numeral, @Nullable Unit unit, int first, int end) {
        return new Quantity(numeral, unit, null, false, false, first, end);
    }

    private static Quantity quantity(Numeral numeral, BigDecimal value, @Nullable Unit unit, int end) {
        Numeral changed = Numeral.of(numeral.first(), numeral.end(), value, numeral.scale(), numeral.form());
        return new Quantity(changed, unit, null, false, false, numeral.first(), end);
    }
}
