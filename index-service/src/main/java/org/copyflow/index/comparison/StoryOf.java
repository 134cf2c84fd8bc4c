package org.copyflow.index.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticleDigest.Measured;
import org.copyflow.events.story.Story;
import org.copyflow.events.story.Story.Comparison;
import org.copyflow.events.story.Story.Member;
import org.copyflow.events.story.Story.Value;
import org.copyflow.index.store.ComparedArticle;
import org.copyflow.index.topic.StoryTerms;
import org.jspecify.annotations.Nullable;

/// Makes a story of its articles. A pure function, so a story cannot remember what was taken back.
final class StoryOf {

    private static final int MOST_ARTICLES = 100;
    private static final int MOST_SOURCES = 50;
    private static final int MOST_FIGURES = 20;
    private static final int MOST_VALUES = 50;

    private StoryOf() {}

    /// @param articles in the order in which they happened; at least one
    /// @param splitFrom the story that its first article was in before
    static Story of(String storyId, List<ComparedArticle> articles, @Nullable String splitFrom, Instant now) {
        List<String> sources = articles.stream()
                .map(article -> article.digest().source())
                .distinct()
                .toList();
        return new Story(
                storyId,
                articles.getFirst().language(),
                title(articles),
                CentralSentences.of(originals(articles)),
                articles.reversed().stream()
                        .limit(MOST_ARTICLES)
                        .map(StoryOf::member)
                        .toList(),
                articles.size(),
                sources.stream().limit(MOST_SOURCES).toList(),
                sources.size(),
                articles.getFirst().digest().at(),
                articles.getLast().digest().at(),
                figures(articles),
                splitFrom,
                null,
                now);
    }

    private static Member member(ComparedArticle article) {
        ArticleDigest digest = article.digest();
        return new Member(
                digest.articleId(), digest.title(), digest.source(), digest.url(), digest.at(), article.duplicateOf());
    }

    /// The headline whose words stand in most others' terms, on average; the first of equals.
    private static @Nullable String title(List<ComparedArticle> articles) {
        var counts = new HashMap<String, Integer>();
        List<ComparedArticle> originals = originals(articles);
        originals.forEach(article -> article.digest().terms().forEach(term -> counts.merge(term, 1, Integer::sum)));
        return originals.stream()
                .map(article -> article.digest().title())
                .filter(title -> title != null && !StoryTerms.words(title).isEmpty())
                .distinct()
                .max(Comparator.comparingDouble(title -> StoryTerms.words(title).stream()
                        .mapToInt(word -> counts.getOrDefault(word, 0))
                        .average()
                        .orElse(0)))
                .orElse(articles.getFirst().digest().title());
    }

    /// What at least two of the articles measure, copies left out: they say the same.
    private static List<Comparison> figures(List<ComparedArticle> articles) {
        Map<List<Object>, List<Value>> values = new LinkedHashMap<>();
        Map<List<Object>, Measured> first = new HashMap<>();
        for (ComparedArticle article : originals(articles)) {
            Set<List<Object>> said = new HashSet<>();
            for (Measured figure : article.digest().figures()) {
                List<Object> key = key(figure);
                if (said.add(key)) {
                    first.putIfAbsent(key, figure);
                    values.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(new Value(
                                    article.digest().articleId(),
                                    article.digest().source(),
                                    figure.text(),
                                    figure.value()));
                }
            }
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .limit(MOST_FIGURES)
                .map(entry -> {
                    Measured figure = Objects.requireNonNull(first.get(entry.getKey()));
                    List<Value> all = entry.getValue();
                    List<Value> newest = all.subList(Math.max(0, all.size() - MOST_VALUES), all.size());
                    return new Comparison(figure.measures(), figure.unit(), newest);
                })
                .toList();
    }

    /// What is measured, whatever the order of its words, and in which unit.
    private static List<Object> key(Measured figure) {
        return List.of(new TreeSet<>(StoryTerms.words(figure.measures())), figure.unit() == null ? "" : figure.unit());
    }

    private static List<ComparedArticle> originals(List<ComparedArticle> articles) {
        List<ComparedArticle> originals = articles.stream()
                .filter(article -> article.duplicateOf() == null)
                .toList();
        return originals.isEmpty() ? articles : originals;
    }
}
