package org.copyflow.index.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Quote;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryMatcherTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final QueryMatcher matcher = new QueryMatcher(registry);

    @AfterEach
    void close() {
        matcher.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "harbour tunnel; anywhere; true",
                "harbour airport; anywhere; false",
                "harbour | airport; anywhere; true",
                "harbour -tunnel; anywhere; false",
                "-airport; anywhere; true",
                "\"harbour tunnel\"; anywhere; true",
                "\"tunnel harbour\"; anywhere; false",
                "tunn*; title; true",
                "council; title; false",
                "council; text; true",
                "tunnels; anywhere; true",
                "人工智能; anywhere; true",
                "智能人工; anywhere; false"
            })
    void findsWhatSearchWouldFind(String q, String in, boolean found) {
        matcher.put(query("one", q, in));

        assertThat(matcher.matching(harbour()).isEmpty()).isEqualTo(!found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "harbour; 0",
                "harbour tunn*; 0",
                "harbour -tunnel; 0",
                "\"harbour tunnel\" | airport; 0",
                "人工*; 0",
                "tunn*; 1",
                "harbour | tunn*; 1",
                "-airport; 1"
            })
    void countsThoseThatAreRunOnEveryArticle(String q, int unfiled) {
        matcher.put(query("a", q, "anywhere"));
        assertThat(matcher.unfiled()).isEqualTo(unfiled);
        matcher.put(query("a", "harbour", "anywhere"));
        assertThat(matcher.unfiled()).isZero();
        matcher.put(query("a", q, "anywhere"));
        matcher.remove("a");
        assertThat(matcher.unfiled()).isZero();
    }

    @Test
    void tellsTheTopicsOfAllThatMatchById() {
        matcher.put(query("b", "council", "anywhere"));
        matcher.put(query("a", "harbour", "anywhere"));
        matcher.put(query("c", "airport", "anywhere"));

        assertThat(matcher.matching(harbour())).extracting(TopicRef::id).containsExactly("query:a", "query:b");
    }

    @Test
    void asksAQueryInItsNewFormAndNotOneThatIsGone() {
        matcher.put(query("a", "harbour", "anywhere"));
        assertThat(matcher.matching(harbour())).hasSize(1);
        matcher.put(query("a", "airport", "anywhere"));
        assertThat(matcher.matching(harbour())).isEmpty();
        matcher.put(query("a", "harbour", "anywhere"));
        matcher.remove("a");
        matcher.remove("never");

        assertThat(matcher.matching(harbour())).isEmpty();
        assertThat(matcher.queries()).isEmpty();
    }

    @Test
    void takesNoPhraseFromTwoQuotes() {
        matcher.put(query("a", "\"fire nobody\"", "quotes"));
        matcher.put(query("b", "fire nobody", "quotes"));
        Article article = article("a", "agency")
                .quotes(List.of(
                        new Quote(0, 5, "We saw the fire", null, "said", true),
                        new Quote(9, 15, "Nobody saw us", null, "said", true)))
                .build();

        assertThat(matcher.matching(article)).extracting(TopicRef::id).containsExactly("query:b");
    }

    @Test
    void putsAnArticleInNoMoreTopicsThanItMay() {
        IntStream.range(0, QueryMatcher.MAX_QUERIES_PER_ARTICLE + 7)
                .forEach(i -> matcher.put(query("q%05d".formatted(i), "harbour", "anywhere")));

        assertThat(matcher.matching(harbour()))
                .hasSize(QueryMatcher.MAX_QUERIES_PER_ARTICLE)
                .first()
                .isEqualTo(new TopicRef("query:q00000", "name of q00000", "query"));
        assertThat(registry.get("copyflow.index.saved.dropped").counter().count())
                .isEqualTo(7);
    }

    @Test
    void refusesWhatCannotBeSaved() {
        String many = IntStream.range(0, 120).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        for (SavedQuery bad : List.of(
                query("a", " ", "anywhere"),
                query("a", "x".repeat(1_001), "anywhere"),
                query("a", "?!", "anywhere"),
                query("a", many, "anywhere"),
                query("a", "harbour", "headline"))) {
            assertThatThrownBy(() -> matcher.put(bad)).as(bad.q()).isInstanceOf(BadQueryException.class);
        }
        assertThat(matcher.queries()).isEmpty();
    }

    private static SavedQuery query(String id, String q, String in) {
        return new SavedQuery(id, "name of " + id, q, in, NOON);
    }

    private static Article harbour() {
        return article("a", "agency")
                .title("Harbour tunnel opens")
                .text("The council opened the harbour tunnel early. 人工智能。")
                .build();
    }
}
