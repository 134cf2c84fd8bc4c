package org.copyflow.enrichment.figures.units;

import java.math.BigDecimal;
import java.util.Locale;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// Reads the unit after a number, and the mark of a currency before it. Immutable, thread-safe.
public final class UnitReader {

    private static final int LONGEST_SYMBOL = 5;
    private static final int LONGEST_PREFIX_PIECES = 3;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final UnitTable table = UnitTable.read();

    /// The currency whose mark ends where the piece begins: `$`, `US$`, `RM`, `EUR`, `HK $`.
    ///
    /// @param first the piece that it must not begin before
    /// @return the currency and, as `end`, the piece where its mark begins
    public @Nullable UnitMatch currencyBefore(Pieces pieces, int piece, int first) {
        for (int length = LONGEST_PREFIX_PIECES; length >= 1; length--) {
            int start = piece - length;
            if (start < first) {
                continue;
            }
            boolean near = pieces.start(piece) - pieces.end(piece - 1) <= 1;
            boolean cutWord =
                    start > 0 && pieces.isGlued(start) && pieces.isWord(start) && !pieces.isMark(start - 1, '(');
            if (!near || cutWord) {
                continue;
            }
            String mark = pieces.text().substring(pieces.start(start), pieces.end(piece - 1));
            Unit unit = table.prefixes().get(mark);
            if (unit == null && mark.endsWith("$")) {
                unit = table.prefixes().get(mark.toUpperCase(Locale.ROOT));
            }
            if (unit == null && length == 1 && mark.equals("sen")) {
                unit = table.names().of(mark);
            }
            if (unit != null && !(mark.equals("US") || (mark.equals("PS") && !pieces.isGlued(piece)))) {
                return new UnitMatch(unit, start);
            }
        }
        return null;
    }

    /// The unit that begins at a piece, with what it is per.
    public @Nullable UnitMatch after(Pieces pieces, int piece, int limit) {
        UnitMatch base = base(pieces, piece, limit);
        if (base == null && piece + 1 < limit && isSystem(pieces, piece)) {
            UnitMatch custom = base(pieces, piece + 1, limit);
            base = custom == null || custom.unit().isMoney() || custom.unit().isTime() ? null : custom;
        }
        return base == null ? null : per(pieces, base, limit);
    }

    /// "US gallon", "imperial pint"
    private static boolean isSystem(Pieces pieces, int piece) {
        return pieces.is(piece, "us") || pieces.is(piece, "u.s.") || pieces.is(piece, "imperial");
    }

    /// What the unit is for each of: "a barrel", "per share", "/km".
    public UnitMatch per(Pieces pieces, UnitMatch base, int limit) {
        int at = base.end();
        if (base.unit().isMoney() && at < limit && (pieces.is(at, "us") || pieces.is(at, "u.s."))) {
            at++;
        }
        UnitMatch found = base;
        for (int next = denominator(pieces, at, limit); next > 0; next = denominator(pieces, at, limit)) {
            UnitMatch below = base(pieces, next, limit);
            String name = below == null ? pieces.text(next) : below.unit().code();
            at = below == null ? next + 1 : below.end();
            found = new UnitMatch(found.unit().per(name), at, found.factor());
        }
        return found;
    }

    /// The Chinese unit that begins at a piece.
    public @Nullable UnitMatch afterChinese(Pieces pieces, int piece, int limit) {
        Hit<Unit> hit = piece < limit ? pieces.longest(table.chinese(), piece, limit) : null;
        return hit == null ? null : new UnitMatch(hit.value(), hit.endToken());
    }

    /// The piece that names what a unit is per, or 0.
    private int denominator(Pieces pieces, int piece, int limit) {
        int at = pieces.skipHyphen(piece, limit);
        if (at + 1 >= limit) {
            return 0;
        }
        boolean spaced = at > piece && !pieces.isGlued(at) && pieces.isMark(at + 1, '-');
        int next = spaced ? at + 2 : pieces.skipHyphen(at + 1, limit);
        if (next >= limit) {
            return 0;
        }
        boolean word = pieces.isWord(next);
        if (pieces.isMark(at, '/')) {
            return word ? next : 0;
        }
        if (pieces.is(at, "per")) {
            return word && !pieces.is(next, "cent") ? next : 0;
        }
        boolean article = pieces.is(at, "a") || pieces.is(at, "an") || pieces.is(at, "each") || pieces.is(at, "every");
        if (!article || !word) {
            return 0;
        }
        Unit unit = pieces.of(table.names(), next);
        boolean plain = pieces.is(next, "share") || pieces.is(next, "head") || pieces.is(next, "piece");
        boolean ago = next + 1 < limit
                && unit != null
                && unit.isTime()
                && (pieces.is(next + 1, "ago") || pieces.is(next + 1, "earlier") || pieces.is(next + 1, "later"));
        return plain || (unit != null && !ago && !unit.isMoney() && isSingular(pieces, next)) ? next : 0;
    }

    private @Nullable UnitMatch base(Pieces pieces, int piece, int limit) {
        if (piece >= limit) {
            return null;
        }
        int at = pieces.skipHyphen(piece, limit);
        UnitMatch symbol = symbol(pieces, at, limit);
        Hit<Unit> name = pieces.isMark(at, '[') ? null : pieces.longest(table.names(), at, limit);
        boolean glued = pieces.isGlued(at);
        if (name != null && (symbol == null || name.endToken() > symbol.end() || !glued)) {
            return isWholeName(pieces, at, name) ? new UnitMatch(name.value(), name.endToken()) : symbol;
        }
        if (symbol != null) {
            return symbol;
        }
        return pieces.isWord(at) ? millionsOf(pieces, at) : null;
    }

    /// A name of one letter, as `p` for pence, has to touch the number.
    private static boolean isWholeName(Pieces pieces, int at, Hit<Unit> name) {
        boolean single = name.endToken() == at + 1 && pieces.length(at) == 1;
        return !single || pieces.isGlued(at) || !pieces.isWord(at);
    }

    /// `MUSD`, `MEUR`: millions of a currency.
    private @Nullable UnitMatch millionsOf(Pieces pieces, int at) {
        if (pieces.length(at) != 4 || pieces.firstChar(at) != 'M') {
            return null;
        }
        Unit unit = table.prefixes().get(pieces.text(at).substring(1));
        return unit == null ? null : new UnitMatch(unit, at + 1, MILLION);
    }

    private @Nullable UnitMatch symbol(Pieces pieces, int at, int limit) {
        String text = pieces.text();
        int start = pieces.start(at);
        int bracket = pieces.isMark(at, '[') ? 1 : 0;
        int last = Math.min(limit, at + 4);
        UnitMatch found = null;
        for (int p = at + bracket; p < last && pieces.end(p) - start <= LONGEST_SYMBOL + bracket; p++) {
            if (p > at + bracket && !pieces.isGlued(p)) {
                break;
            }
            boolean cut = p + 1 < limit && pieces.isGlued(p + 1) && pieces.isNumber(p + 1);
            Unit unit = cut ? null : table.symbols().get(text.substring(start + bracket, pieces.end(p)));
            if (unit != null && fits(pieces, at, p, limit)) {
                found = new UnitMatch(
                        unit, p + 1 + (bracket > 0 && p + 1 < limit && pieces.isMark(p + 1, ']') ? 1 : 0));
            }
        }
        return found;
    }

    /// Symbols that are words too ("in", "A", "C") count only where they cannot be the word.
    private static boolean fits(Pieces pieces, int first, int last, int limit) {
        boolean glued = pieces.isGlued(first);
        boolean ends = last + 1 >= limit || !(pieces.isWord(last + 1) || pieces.isNumber(last + 1));
        if (pieces.is(first, "in")) {
            return glued || ends || pieces.is(last + 1, "more") || isMeasured(pieces, last + 1);
        }
        if (pieces.is(first, "us")) {
            return false;
        }
        boolean apostrophe = last + 1 < limit && (pieces.isMark(last + 1, '\'') || pieces.is(last + 1, "'s"));
        boolean letter = first == last && pieces.length(first) == 1 && pieces.isWord(first);
        if (!letter) {
            return !apostrophe;
        }
        char c = pieces.firstChar(first);
        boolean capitalWord = c == 'A' || c == 'C' || c == 'K' || c == 'B';
        return !apostrophe && (glued || !capitalWord || ends) && !(c == 's' && !glued);
    }

    /// "2 in high"
    private static boolean isMeasured(Pieces pieces, int piece) {
        return pieces.is(piece, "high")
                || pieces.is(piece, "long")
                || pieces.is(piece, "wide")
                || pieces.is(piece, "deep")
                || pieces.is(piece, "tall");
    }

    private static boolean isSingular(Pieces pieces, int piece) {
        return pieces.text().charAt(pieces.end(piece) - 1) != 's';
    }

    /// Is this piece, alone, the name of a unit of time?
    public boolean isTimeName(Pieces pieces, int piece) {
        Unit unit = pieces.of(table.names(), piece);
        return unit != null && unit.kind() == Figure.Kind.DURATION;
    }
}
