package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import org.copyflow.enrichment.figures.context.Changes;
import org.copyflow.enrichment.figures.context.FigureWords;
import org.copyflow.enrichment.figures.numbers.Numeral;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.figures.units.Unit;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// Finds that two quantities are the ends of one range: "5 to 10 percent", "between $4 and $5", "4.8-5.2". Immutable.
final class Ranges {

    /// A range that was found: both ends, each with the unit and scale that the other lent it.
    record Range(Quantity low, Quantity high) {}

    private static final BigDecimal LARGEST_SCORE = BigDecimal.valueOf(200);

    private final EnglishQuantities quantities;
    private final Changes changes;
    private final PhraseTable<BigDecimal> to;

    Ranges(EnglishQuantities quantities, Changes changes, FigureWords words) {
        this.quantities = quantities;
        this.changes = changes;
        to = words.of("to");
    }

    /// The range that a quantity begins.
    ///
    /// @param first the sentence's first piece
    @Nullable
    Range from(Pieces pieces, Quantity low, int first, int limit) {
        if (low.age() || low.numeral().value() == null) {
            return null;
        }
        int at = low.end();
        boolean dash = at + 1 < limit && (pieces.isHyphen(at) || pieces.isMark(at, '~') || pieces.isMark(at, '/'));
        boolean between = precededBy(pieces, low, first, "between");
        boolean from = precededBy(pieces, low, first, "from");
        int toEnd = FigureWords.end(pieces, to, at, limit);
        int next;
        if (dash) {
            next = at + 1;
        } else if (toEnd > 0) {
            next = toEnd;
        } else if (between && at < limit && pieces.is(at, "and")) {
            next = at + 1;
        } else {
            return null;
        }
        Quantity high = second(pieces, next, limit);
        boolean stated = from || between;
        if (high == null || high.numeral().value() == null || !fits(pieces, low, high, dash, stated)) {
            return null;
        }
        return dash || stated || !isChange(pieces, low, first) ? lend(low, high) : null;
    }

    private @Nullable Quantity second(Pieces pieces, int next, int limit) {
        for (int p = next; p < Math.min(limit, next + 4); p++) {
            if (quantities.mayBegin(pieces, p) && !pieces.is(p, "a")) {
                return quantities.read(pieces, p, next, limit);
            }
            if (pieces.is(p, "or") || pieces.is(p, "and")) {
                return null;
            }
            boolean mark = pieces.isWord(p) ? pieces.length(p) <= 3 : !pieces.isMark(p, ',');
            if (!mark) {
                return null;
            }
        }
        return null;
    }

    private boolean fits(Pieces pieces, Quantity low, Quantity high, boolean dash, boolean stated) {
        Unit lowUnit = low.unit();
        Unit highUnit = high.unit();
        boolean sameUnit = lowUnit == null || highUnit == null || sameBase(lowUnit, highUnit);
        if (!sameUnit || (low.noun() != null && !dash && low.unit() == null && low.plural())) {
            return false;
        }
        boolean lends = lowUnit != null && (lowUnit.isMoney() || lowUnit.kind() == Figure.Kind.PERCENT);
        if (dash && lowUnit != null && highUnit == null && !lends) {
            return false;
        }
        if (lowUnit != null && highUnit == null && (high.plural() || !(dash || stated || lowUnit.isMoney()))) {
            return false;
        }
        if (dash && lowUnit == null && highUnit == null) {
            return !isScore(low.numeral(), high);
        }
        if (dash && pieces.isMark(low.end(), '/')) {
            return lowUnit != null && lowUnit.isMoney();
        }
        return true;
    }

    /// "rose $2 to $15" is a change and a level.
    private boolean isChange(Pieces pieces, Quantity low, int first) {
        Unit unit = low.unit();
        boolean level = unit != null && (unit.isMoney() || unit.code().equals("points"));
        return level && changes.before(pieces, low.first(), first) != null;
    }

    private static boolean sameBase(Unit one, Unit other) {
        return base(one).equals(base(other));
    }

    private static String base(Unit unit) {
        int slash = unit.code().indexOf('/');
        return slash < 0 ? unit.code() : unit.code().substring(0, slash);
    }

    /// "2-2", "89-89", "3-1" are results of games.
    private static boolean isScore(Numeral low, Quantity high) {
        BigDecimal one = low.value();
        BigDecimal other = high.numeral().value();
        if (one == null || other == null) {
            return false;
        }
        boolean small = one.compareTo(LARGEST_SCORE) < 0 && other.compareTo(LARGEST_SCORE) < 0;
        return one.compareTo(other) >= 0 || (small && !high.plural() && one.scale() <= 0 && other.scale() <= 0);
    }

    /// "10 to $15 billion": the first has the scale and the unit of the second.
    private static Range lend(Quantity low, Quantity high) {
        Quantity lower = low.unit() == null ? low.withUnit(high.unit(), low.end()) : low;
        Quantity upper = high.unit() == null ? high.withUnit(low.unit(), high.end()) : high;
        BigDecimal scale = high.numeral().scale();
        BigDecimal one = low.numeral().value();
        BigDecimal other = high.numeral().value();
        boolean bare = low.numeral().scale().compareTo(BigDecimal.ONE) == 0 && scale.compareTo(BigDecimal.ONE) > 0;
        if (bare && one != null && other != null && one.multiply(scale).compareTo(other) < 0) {
            lower = lower.withNumeral(
                    lower.numeral().times(scale, lower.numeral().end()));
        }
        return new Range(lower, upper);
    }

    private static boolean precededBy(Pieces pieces, Quantity quantity, int first, String word) {
        for (int p = quantity.first() - 1; p >= Math.max(first, quantity.first() - 3); p--) {
            if (pieces.is(p, word)) {
                return true;
            }
            if (!pieces.isWord(p)) {
                return false;
            }
        }
        return false;
    }
}
