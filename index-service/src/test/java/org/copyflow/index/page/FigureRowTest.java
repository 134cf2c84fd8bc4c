package org.copyflow.index.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureRowTest {

    @Test
    void groupsDigitsAndKeepsTheSignAndTheFraction() {
        assertThat(row("1130000", "=", null, null, null)).isEqualTo("1\u202f130\u202f000");
        assertThat(row("-1130.55", ">", null, null, null)).isEqualTo("over -1\u202f130.55");
        assertThat(row("-113", "=", null, null, null)).isEqualTo("-113");
        assertThat(row("9.9", "~", null, null, null)).isEqualTo("about 9.9");
    }

    @Test
    void showsRangesAndDates() {
        assertThat(row(null, "=", "10", "2000", null)).isEqualTo("10 – 2\u202f000");
        assertThat(row(null, "=", null, null, "2026-03")).isEqualTo("Mar 2026");
    }

    @Test
    void writesNoEndlessNumber() {
        assertThat(row("1e999999999", "=", null, null, null)).hasSizeLessThan(20);
    }

    @Test
    void saysAllOfItInALine() {
        var figure = new Figure(
                0,
                3,
                "9.9 percent",
                Figure.Kind.PERCENT,
                new BigDecimal("9.9"),
                null,
                null,
                "%",
                null,
                "=",
                "up",
                "sales",
                null,
                new Span(0, 3));

        assertThat(FigureRow.of(figure).means()).isEqualTo("9.9%");
        assertThat(FigureRow.of(figure).measured()).isEqualTo("sales");
        assertThat(FigureRow.of(figure).says()).isEqualTo("percent: 9.9 % up sales");
    }

    private static String row(
            @Nullable String value,
            String comparator,
            @Nullable String low,
            @Nullable String high,
            @Nullable String date) {
        var figure = new Figure(
                0,
                1,
                "x",
                Figure.Kind.COUNT,
                value == null ? null : new BigDecimal(value),
                low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high),
                null,
                date,
                comparator,
                null,
                null,
                null,
                new Span(0, 1));
        return FigureRow.of(figure).value();
    }
}
