package org.copyflow.index.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.article;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Span;
import org.copyflow.events.article.Statistics;
import org.copyflow.events.article.Statistics.TextStatistics;
import org.copyflow.events.topic.CardFigure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingFiguresTest {

    private static final Span SENTENCE = new Span(0, 100);

    @Test
    void beginsWithThoseThatSayWhatTheyMeasureAndInWhichUnit() {
        assertThat(texts(
                        figure("12", Figure.Kind.COUNT, null, "arrests"),
                        figure("4 km", Figure.Kind.MEASURE, "km", null),
                        figure("9.9 percent", Figure.Kind.PERCENT, "%", "exports"),
                        figure("3 million euros", Figure.Kind.MONEY, "EUR", "the cost")))
                .containsExactly("9.9 percent", "3 million euros", "12");
    }

    @Test
    void putsWhatRoseOrFellFirstAndWhatOnlyCountsLast() {
        Figure rose = new Figure(
                0,
                1,
                "up 2%",
                Figure.Kind.PERCENT,
                BigDecimal.TWO,
                null,
                null,
                "%",
                null,
                "=",
                "up",
                "imports",
                null,
                SENTENCE);

        assertThat(texts(
                        figure("ten jobs", Figure.Kind.COUNT, "jobs", "jobs"),
                        figure("a ten-year plan", Figure.Kind.DURATION, "year", "plan"),
                        figure("10 euros", Figure.Kind.MONEY, "EUR", "the cost"),
                        rose))
                .containsExactly("up 2%", "10 euros", "a ten-year plan");
    }

    @Test
    void leavesOutWhatTellsLittleAlone() {
        assertThat(texts(
                        figure("2026", Figure.Kind.DATE, null, "the year"),
                        figure("third", Figure.Kind.ORDINAL, "place", "the place"),
                        figure("two hours", Figure.Kind.DURATION, "h", null),
                        figure("7", Figure.Kind.COUNT, null, null)))
                .isEmpty();
        assertThat(texts(figure("two hours", Figure.Kind.DURATION, "h", "the delay")))
                .containsExactly("two hours");
    }

    @Test
    void saysAClaimOnce() {
        Figure first = figure("9.9 percent", Figure.Kind.PERCENT, "%", "exports");
        Figure again = figure("9.9%", Figure.Kind.PERCENT, "%", "exports");
        Figure inDollars = new Figure(
                0,
                1,
                "$1",
                Figure.Kind.MONEY,
                BigDecimal.ONE,
                null,
                null,
                "USD",
                null,
                "=",
                null,
                "cost",
                SENTENCE,
                SENTENCE);

        assertThat(texts(first, again, inDollars)).containsExactly("9.9 percent");
    }

    @Test
    void isBounded() {
        Figure[] many = IntStream.range(0, 100)
                .mapToObj(i -> figure("x".repeat(1_000) + i, Figure.Kind.COUNT, "u".repeat(1_000), "m".repeat(999) + i))
                .toArray(Figure[]::new);
        Figure huge = new Figure(
                0,
                1,
                "huge",
                Figure.Kind.COUNT,
                new BigDecimal("1E+999"),
                null,
                null,
                "u",
                null,
                "=",
                null,
                "m",
                null,
                SENTENCE);

        List<CardFigure> figures = TellingFigures.of(with(many));

        assertThat(figures).hasSizeLessThanOrEqualTo(TellingFigures.MAX_FIGURES).isNotEmpty();
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.text()).hasSizeLessThanOrEqualTo(TellingFigures.MAX_WORDS_CHARS);
            assertThat(figure.unit()).hasSizeLessThanOrEqualTo(TellingFigures.MAX_WORDS_CHARS);
            assertThat(figure.measures()).hasSizeLessThanOrEqualTo(TellingFigures.MAX_WORDS_CHARS);
        });
        assertThat(texts(huge)).isEmpty();
    }

    private static List<String> texts(Figure... figures) {
        return TellingFigures.of(with(figures)).stream().map(CardFigure::text).toList();
    }

    private static Article with(Figure... figures) {
        var text = new TextStatistics(1, 1, 1, 1, 1, null);
        return article("a1", "agency")
                .statistics(new Statistics(text, List.of(figures)))
                .build();
    }

    private static Figure figure(String text, Figure.Kind kind, @Nullable String unit, @Nullable String measures) {
        return new Figure(
                0, 1, text, kind, BigDecimal.TEN, null, null, unit, null, "=", null, measures, null, SENTENCE);
    }
}
