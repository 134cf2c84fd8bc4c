package org.copyflow.enrichment.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.enrichment.entities.EntityAnnotator;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.events.article.Quote;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of the two case files: a text, all quotes in it, and why the case is there.
class QuoteCasesTest {

    private static final EntityAnnotator ENTITIES = new EntityAnnotator();
    private static final QuoteAnnotator QUOTES = new QuoteAnnotator();

    record Case(String text, String quotes, String reason) {
        @Override
        public String toString() {
            return text + " (" + reason + ")";
        }
    }

    static Stream<Case> cases() {
        return Stream.of("cases-en.txt", "cases-zh.txt")
                .flatMap(file -> WordLists.lines(QuoteCasesTest.class, file).stream())
                .map(QuoteCasesTest::parse);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheQuotesOfTheCase(Case one) {
        AnalyzedArticle article = TextArticles.of(one.text());
        List<Quote> found = QUOTES.annotate(article, ENTITIES.annotate(article, Annotations.NONE))
                .quotes();

        assertThat(found.isEmpty() ? "none" : shown(found)).as(one.toString()).isEqualTo(one.quotes());
    }

    private static String shown(List<Quote> quotes) {
        return quotes.stream()
                .map(quote -> (quote.speaker() == null ? "-" : quote.speaker())
                        + (quote.direct() ? " | " : " ~ ")
                        + quote.text())
                .collect(Collectors.joining("; "));
    }

    private static Case parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("a case has text, quotes and reason, with tabs between: " + line);
        }
        return new Case(fields[0], fields[1], fields[2]);
    }
}
