package org.copyflow.enrichment.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.enrichment.figures.FigureAnnotator;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.quotes.QuoteAnnotator;
import org.junit.jupiter.api.Test;

class KnownAnnotatorsTest {

    private static final int TIMES = 8;

    private final List<Annotator> annotators = KnownAnnotators.all();

    @Test
    void giveTheSameAnswersOnFourThreads() throws Exception {
        List<String> texts = cases();
        List<String> alone = texts.stream().map(this::answer).toList();

        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < TIMES; i++) {
                List<Future<String>> together = texts.stream()
                        .map(text -> pool.submit(() -> answer(text)))
                        .toList();
                for (int t = 0; t < texts.size(); t++) {
                    assertThat(together.get(t).get()).isEqualTo(alone.get(t));
                }
            }
        }
    }

    /// Paragraphs of several cases, so that what one finds can help another.
    private static List<String> cases() {
        List<String> lines = Stream.of(FigureAnnotator.class, QuoteAnnotator.class)
                .flatMap(owner -> Stream.of("cases-en.txt", "cases-zh.txt")
                        .flatMap(file -> WordLists.lines(owner, file).stream()))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        return Stream.iterate(0, from -> from < lines.size(), from -> from + 10)
                .map(from -> lines.subList(from, Math.min(lines.size(), from + 10)).stream()
                        .collect(Collectors.joining("\n\n")))
                .toList();
    }

    private String answer(String text) {
        AnalyzedArticle article = TextArticles.of(text);
        Annotations found = Annotations.NONE;
        for (Annotator annotator : annotators) {
            found = annotator.annotate(article, found);
        }
        return found.toString();
    }
}
