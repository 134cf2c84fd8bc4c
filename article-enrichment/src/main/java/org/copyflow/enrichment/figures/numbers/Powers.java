package org.copyflow.enrichment.figures.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.jspecify.annotations.Nullable;

/// Reads what raises digits to a power: `4e14`, `12.32e+14`, `2^-1`, `2.998×10^8`, `2.998×10−8`.
final class Powers {

    private static final int LARGEST_POWER = 99;

    private Powers() {}

    /// A number raised, and the piece after it.
    record Raised(BigDecimal value, int end) {}

    /// @param base the number that stands before the piece
    static @Nullable Raised after(Pieces pieces, BigDecimal base, int piece, int limit) {
        if (piece + 1 >= limit) {
            return null;
        }
        boolean glued = pieces.isGlued(piece) && pieces.isGlued(piece + 1);
        if (glued && pieces.is(piece, "e")) {
            Integer power = power(pieces, piece + 1, limit);
            return power == null ? null : new Raised(base.scaleByPowerOfTen(power), end(pieces, piece + 1, limit));
        }
        if (glued && pieces.isMark(piece, '^')) {
            Integer power = power(pieces, piece + 1, limit);
            return power == null ? null : new Raised(raise(base, power), end(pieces, piece + 1, limit));
        }
        boolean times = pieces.isMark(piece, '×') || pieces.is(piece, "x");
        if (times && piece + 3 < limit && pieces.is(piece + 1, "10") && pieces.isGlued(piece + 2)) {
            int at = pieces.isMark(piece + 2, '^') ? piece + 3 : piece + 2;
            boolean raised = at == piece + 3 || pieces.isHyphen(at);
            Integer power = raised ? power(pieces, at, limit) : null;
            return power == null ? null : new Raised(base.scaleByPowerOfTen(power), end(pieces, at, limit));
        }
        return null;
    }

    private static @Nullable Integer power(Pieces pieces, int piece, int limit) {
        int at = digitsAt(pieces, piece, limit);
        if (at < 0) {
            return null;
        }
        BigDecimal value = Digits.value(pieces.text(), pieces.start(at), pieces.end(at));
        if (value == null || value.scale() > 0 || value.compareTo(BigDecimal.valueOf(LARGEST_POWER)) > 0) {
            return null;
        }
        boolean negative = at == piece + 1 && pieces.isHyphen(piece);
        return negative ? -value.intValue() : value.intValue();
    }

    private static int end(Pieces pieces, int piece, int limit) {
        return digitsAt(pieces, piece, limit) + 1;
    }

    /// The digits after at most two signs, which must touch.
    private static int digitsAt(Pieces pieces, int piece, int limit) {
        int at = piece;
        while (at < limit && at < piece + 2 && pieces.isGlued(at) && (pieces.isHyphen(at) || pieces.isMark(at, '+'))) {
            at++;
        }
        return at < limit && pieces.isNumber(at) && pieces.isGlued(at) ? at : -1;
    }

    private static BigDecimal raise(BigDecimal base, int power) {
        if (base.signum() == 0) {
            return base;
        }
        BigDecimal raised = base.pow(Math.abs(power), MathContext.DECIMAL64);
        return power < 0 ? BigDecimal.ONE.divide(raised, MathContext.DECIMAL64) : raised;
    }
}
