package org.copyflow.index.topic;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Figure;
import org.copyflow.events.topic.CardFigure;
import org.jspecify.annotations.Nullable;

/// The figures that tell most of an article: those that say what they measure and in which unit, then those that
/// say one of both, each in the order of the text; what rose or fell goes before, a few of something after. A rank or a
/// length of time comes late and only where it says what it measures, a date never. What says a figure again is left
/// out.
public final class TellingFigures {

    static final int MAX_FIGURES = 3;
    static final int MAX_WORDS_CHARS = 100;
    private static final int MAX_DIGITS = 40;
    private static final BigDecimal FEW = BigDecimal.valueOf(13);

    private static final Set<Figure.Kind> NEVER = Set.of(Figure.Kind.DATE, Figure.Kind.ORDINAL);
    private static final Set<Figure.Kind> BARE = Set.of(Figure.Kind.RANK, Figure.Kind.DURATION);

    private TellingFigures() {}

    static List<CardFigure> of(Article article) {
        return of(article, _ -> true);
    }

    /// @param which of the article's figures may be told
    public static List<CardFigure> of(Article article, Predicate<Figure> which) {
        if (article.statistics() == null) {
            return List.of();
        }
        var said = new HashSet<CardFigure>();
        return article.statistics().figures().stream()
                .filter(which)
                .filter(TellingFigures::tells)
                .sorted(Comparator.comparingInt(TellingFigures::silence))
                .filter(figure -> said.add(card(figure, "")))
                .limit(MAX_FIGURES)
                .map(figure -> card(figure, Cut.to(figure.text(), MAX_WORDS_CHARS)))
                .toList();
    }

    private static boolean tells(Figure figure) {
        boolean explained = figure.measures() != null || (figure.unit() != null && !BARE.contains(figure.kind()));
        boolean counts = figure.value() != null || figure.low() != null || figure.high() != null;
        return explained
                && counts
                && figure.sameAs() == null
                && !NEVER.contains(figure.kind())
                && Stream.of(figure.value(), figure.low(), figure.high()).allMatch(TellingFigures::isShort);
    }

    /// How little it tells.
    private static int silence(Figure figure) {
        int silence = 0;
        if (figure.measures() == null || figure.measures().equals(figure.unit())) {
            silence += 2; // "3,200 jobs" counts jobs and no more
        }
        if (figure.unit() == null) {
            silence++;
        }
        if (BARE.contains(figure.kind())) {
            silence += 2;
        }
        if (figure.kind() == Figure.Kind.COUNT
                && figure.value() != null
                && figure.value().compareTo(FEW) < 0) {
            silence++;
        }
        return figure.change() == null ? silence : silence - 1;
    }

    private static CardFigure card(Figure figure, String text) {
        return new CardFigure(
                text,
                figure.kind(),
                figure.value(),
                figure.low(),
                figure.high(),
                cut(figure.unit()),
                figure.change(),
                cut(figure.measures()));
    }

    private static @Nullable String cut(@Nullable String words) {
        return words == null ? null : Cut.to(words, MAX_WORDS_CHARS);
    }

    private static boolean isShort(@Nullable BigDecimal number) {
        return number == null || number.precision() + Math.abs(number.scale()) <= MAX_DIGITS;
    }
}
