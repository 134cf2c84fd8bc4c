package org.copyflow.index.comparison;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Figure;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticleDigest.Measured;
import org.copyflow.events.story.ArticleDigest.Sentence;
import org.copyflow.index.store.IndexedArticle;
import org.copyflow.index.topic.StoryTerms;
import org.jspecify.annotations.Nullable;

/// What an article is compared by.
public final class DigestOf {

    private static final int MOST_FIGURES = 20;
    private static final int MOST_SENTENCES = 3;

    /// Dates, ranks and places in a row measure nothing that two articles could say differently.
    private static final Set<Figure.Kind> MEASURING = EnumSet.of(
            Figure.Kind.MONEY,
            Figure.Kind.PERCENT,
            Figure.Kind.COUNT,
            Figure.Kind.MEASURE,
            Figure.Kind.RATIO,
            Figure.Kind.DURATION);

    private DigestOf() {}

    /// What a new version changes for the articles of which languages, in the order in which they must learn it.
    ///
    /// @param before what was shown; absent for a new article
    /// @param after what is shown now; absent where the article is withdrawn
    public static Map<String, ArticleDigest> changes(@Nullable IndexedArticle before, @Nullable IndexedArticle after) {
        var changes = new LinkedHashMap<String, ArticleDigest>();
        if (before != null && (after == null || !before.language().equals(after.language()))) {
            changes.put(before.language(), gone(before));
        }
        if (after != null) {
            ArticleDigest digest = of(after);
            if (before == null || !changes.isEmpty() || !digest.equals(of(before))) {
                changes.put(after.language(), digest);
            }
        }
        return changes;
    }

    private static ArticleDigest of(IndexedArticle indexed) {
        Article article = indexed.article();
        return new ArticleDigest(
                article.id(),
                true,
                indexed.card().title(),
                article.source(),
                indexed.card().url(),
                indexed.card().sortedAt(),
                article.receivedAt(),
                article.sketch(),
                StoryTerms.of(article),
                figures(article),
                lead(article));
    }

    private static ArticleDigest gone(IndexedArticle indexed) {
        Article article = indexed.article();
        return new ArticleDigest(
                article.id(),
                false,
                null,
                article.source(),
                null,
                indexed.card().sortedAt(),
                article.receivedAt(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Measured> figures(Article article) {
        return article.statistics() == null
                ? List.of()
                : article.statistics().figures().stream()
                        .flatMap(DigestOf::measured)
                        .limit(MOST_FIGURES)
                        .toList();
    }

    /// The sentences of its summary, which are bounded by what a summary may have.
    private static List<Sentence> lead(Article article) {
        return article.summarySentences().stream()
                .limit(MOST_SENTENCES)
                .map(span -> new Sentence(article.text().substring(span.start(), span.end()), span.start(), span.end()))
                .toList();
    }

    private static Stream<Measured> measured(Figure figure) {
        String measures = figure.measures();
        BigDecimal value = figure.value();
        boolean said = figure.sameAs() == null && MEASURING.contains(figure.kind());
        return !said || measures == null || value == null
                ? Stream.of()
                : Stream.of(new Measured(measures, figure.unit(), figure.text(), value));
    }
}
