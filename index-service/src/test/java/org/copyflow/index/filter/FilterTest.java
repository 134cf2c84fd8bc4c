package org.copyflow.index.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.entity;

import java.util.List;
import java.util.Map;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Revision;
import org.copyflow.events.article.Rights;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.topic.CardOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final TopicRef AGENCY = new TopicRef("source:agency", "agency", "source");
    private static final ArticleCard CARD = card("medtop:20000763", "medtop:04000000", Revision.Field.BODY);
    private static final ArticleCard RETAGGED = card("medtop:15000000", "medtop:15000000", Revision.Field.BODY);

    @ParameterizedTest
    @CsvSource({
        "topic, medtop:20000763, true",
        "topic, medtop:04000000, true",
        "topic, medtop:15000000, false",
        "stated, medtop:20000763, true",
        "stated, medtop:04000000, false",
        "entity, person:ada-brook, true",
        "entity, person:ada, false",
        "source, agency, true",
        "source, paper, false",
        "language, zh, true",
        "language, ZH, true",
        "language, en, false",
        "query, q1, true",
        "query, q2, false"
    })
    void asksOneThing(String part, String value, boolean matches) {
        assertThat(filter(Map.of(part, List.of(value))).matches(CARD)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "en-GB", "English", "e", "中文"})
    void refusesALanguageThatNoArticleHas(String language) {
        assertThatThrownBy(() -> filter(Map.of("language", List.of(language))))
                .isInstanceOf(BadFilterException.class)
                .hasMessageContaining(language);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "nothing",
            value = {
                "mining-allowed, ALLOWED, true",
                "mining-allowed, nothing, false",
                "mining-allowed, PROHIBITED_EXCEPT_TERMS, false",
                "mining-not-prohibited, ALLOWED, true",
                "mining-not-prohibited, nothing, true",
                "mining-not-prohibited, PROHIBITED_TRAINING, false"
            })
    void asksWhatASourceSaysOfMining(String right, @Nullable DataMining stated, boolean matches) {
        var card = CardOf.of(article("a1", "agency")
                .rights(new Rights(null, "© The Agency", null, null, null, stated, null))
                .build());

        assertThat(filter(Map.of("rights", List.of(right))).matches(card)).isEqualTo(matches);
        assertThat(filter(Map.of("rights", List.of(right))).matches(card.withoutContent()))
                .as("what leaves is told to whom it was told")
                .isEqualTo(matches);
    }

    @Test
    void takesOneOfSeveralValuesAndAllParts() {
        assertThat(filter(Map.of("source", List.of("paper", "agency"))).matches(CARD))
                .isTrue();
        assertThat(filter(Map.of("source", List.of("agency"), "language", List.of("en")))
                        .matches(CARD))
                .isFalse();
        assertThat(filter(Map.of("topic", List.of("a:b"), "stated", List.of("medtop:20000763")))
                        .matches(CARD))
                .as("topic and stated are one part")
                .isTrue();
        assertThat(Filter.ALL.matches(CARD)).isTrue();
    }

    @Test
    void seesAnArticleThatComesToMatchAsAddedAndOneThatMatchesNoMoreAsRemoved() {
        Filter filter = filter(Map.of("topic", List.of("medtop:04000000")));

        assertThat(filter.seen(event(Change.ADDED, CARD, null))).isEqualTo(Change.ADDED);
        assertThat(filter.seen(event(Change.ADDED, RETAGGED, null))).isNull();
        assertThat(filter.seen(event(Change.UPDATED, RETAGGED, CARD))).isEqualTo(Change.REMOVED);
        assertThat(filter.seen(event(Change.UPDATED, CARD, RETAGGED))).isEqualTo(Change.ADDED);
        assertThat(filter.seen(event(Change.UPDATED, CARD, CARD))).isEqualTo(Change.UPDATED);
        assertThat(filter.seen(event(Change.UPDATED, RETAGGED, RETAGGED))).isNull();
    }

    @Test
    void seesAWithdrawalOfWhatItFollowedThoughNothingIsSaidOfTheArticleAnyMore() {
        TopicEvent gone = event(Change.REMOVED, CARD.withoutContent(), null);

        for (var part : Map.of(
                        "topic", "medtop:04000000",
                        "stated", "medtop:20000763",
                        "language", "zh",
                        "query", "q1",
                        "entity", "person:ada-brook")
                .entrySet()) {
            assertThat(filter(Map.of(part.getKey(), List.of(part.getValue()))).seen(gone))
                    .as(part.getKey())
                    .isEqualTo(Change.REMOVED);
        }
        assertThat(filter(Map.of("topic", List.of("medtop:15000000"))).seen(gone))
                .isNull();
        assertThat(CARD.withoutContent().toString()).doesNotContain("Title");
    }

    @ParameterizedTest
    @CsvSource({
        "new, TITLE, false",
        "any, BODY, true",
        "headline, TITLE, true",
        "headline, BODY, false",
        "figures, FIGURE, true",
        "quotes, QUOTE, true",
        "quotes, FIGURE, false"
    })
    void takesUpdatesThatMatter(String changes, Revision.Field changed, boolean taken) {
        Filter filter = filter(Map.of("changes", List.of(changes)));
        ArticleCard corrected = card("medtop:20000763", "medtop:04000000", changed);

        assertThat(filter.seen(event(Change.UPDATED, corrected, CARD))).isEqualTo(taken ? Change.UPDATED : null);
        assertThat(filter.seen(event(Change.ADDED, corrected, null))).isEqualTo(Change.ADDED);
        assertThat(filter.seen(event(Change.REMOVED, corrected.withoutContent(), null)))
                .isEqualTo(Change.REMOVED);
    }

    @Test
    void takesNoCorrectionForNewThatOnlyCameToHaveACopy() {
        ArticleCard corrected = CardOf.of(
                article("a", "agency").revision(revision(Revision.Field.TITLE)).build());
        TopicEvent event = event(Change.UPDATED, corrected.asCopyOf("b"), corrected);

        assertThat(filter(Map.of("changes", List.of("headline"))).seen(event)).isNull();
        assertThat(Filter.ALL.seen(event)).isEqualTo(Change.UPDATED);
    }

    /// What was a copy in one language stands alone in another until it is compared there.
    @Test
    void takesACorrectionForNewThatIsNoCopyAnyMore() {
        ArticleCard copy =
                CardOf.of(article("a", "agency").language("en").build()).asCopyOf("b");
        ArticleCard corrected = CardOf.of(article("a", "agency")
                .language("de")
                .revision(revision(Revision.Field.TITLE))
                .build());

        assertThat(filter(Map.of("changes", List.of("headline"))).seen(event(Change.UPDATED, corrected, copy)))
                .isEqualTo(Change.UPDATED);
    }

    private static Filter filter(Map<String, List<String>> parts) {
        return FilterReader.read(parts);
    }

    private static TopicEvent event(Change change, ArticleCard card, @Nullable ArticleCard previous) {
        return new TopicEvent(AGENCY, change, NOON, card, previous);
    }

    private static ArticleCard card(String stated, String broader, Revision.Field changed) {
        return CardOf.of(article("a", "agency")
                        .language("zh")
                        .topics(List.of(new ArticleTopic(
                                stated, "a topic", 0.9, List.of(new ArticleTopic.Broader(broader, "a broader one")))))
                        .entities(List.of(entity("Ada Brook", Entity.Type.PERSON, 0.6)))
                        .revision(revision(changed))
                        .build())
                .foundBy(List.of("q1"));
    }

    private static Revision revision(Revision.Field changed) {
        return new Revision(1L, List.of(new Revision.Change(changed, Revision.Kind.CHANGED, "x", "y", null)), null);
    }
}
