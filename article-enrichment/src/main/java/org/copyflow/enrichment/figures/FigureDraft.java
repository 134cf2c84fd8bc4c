package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;

/// A figure while it is put together. Not thread-safe.
final class FigureDraft {

    private static final int MOST_DIGITS = 34;

    private Figure.@Nullable Kind kind;
    private final int first;
    private final int end;

    @Nullable
    BigDecimal value;

    @Nullable
    BigDecimal low;

    @Nullable
    BigDecimal high;

    @Nullable
    String unit;

    @Nullable
    String date;

    String comparator = "=";

    @Nullable
    String change;

    @Nullable
    String measures;

    @Nullable
    Span sameAs;

    private int edge;

    /// @param first its first piece
    /// @param end the piece after its last
    FigureDraft(Figure.@Nullable Kind kind, int first, int end) {
        this.kind = kind;
        this.first = first;
        this.end = end;
        edge = first;
    }

    /// A stretch that looks like a figure and is none; the search goes on after it.
    static FigureDraft none(int first, int end) {
        return new FigureDraft(null, first, end);
    }

    /// Is it a figure after all?
    boolean stands() {
        return kind != null;
    }

    Figure.@Nullable Kind kind() {
        return kind;
    }

    void become(Figure.@Nullable Kind other) {
        kind = other;
    }

    boolean percent() {
        return kind == Figure.Kind.PERCENT;
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    /// The piece where the words of its comparator begin, or its first one.
    int edge() {
        return edge;
    }

    void beginAt(int piece) {
        edge = piece;
    }

    Span place(Pieces pieces) {
        return new Span(pieces.start(first), pieces.end(end - 1));
    }

    Figure build(Pieces pieces, Span sentence) {
        if (kind == null) {
            throw new IllegalStateException("no figure stands at piece " + first);
        }
        int start = pieces.start(first);
        int endOffset = pieces.end(end - 1);
        return new Figure(
                start,
                endOffset,
                pieces.text().substring(start, endOffset),
                kind,
                plain(value),
                plain(low),
                plain(high),
                unit,
                date,
                comparator,
                change,
                measures,
                sameAs,
                sentence);
    }

    /// Without trailing zeros or exponents, and of a length that readers can take.
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        BigDecimal whole = stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
        return whole.precision() > MOST_DIGITS ? number.round(MathContext.DECIMAL128) : whole;
    }
}
