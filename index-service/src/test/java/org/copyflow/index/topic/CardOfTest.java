package org.copyflow.index.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.entity;
import static org.copyflow.index.SampleArticles.harbour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.topic.ArticleCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardOfTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T09:39:50+08:00, 2026-03-05T01:39:50Z",
        "2026-03-04, 2026-03-04T00:00:00Z",
        "2026-03-06T00:00:00Z, 2026-03-05T12:00:00Z",
        "-0500-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "+999999999-12-31T00:00:00Z, 2026-03-05T12:00:00Z",
    })
    void sortsByTheStatedTimeUnlessItCannotBe(String published, Instant sortedAt) {
        var card = CardOf.of(
                article("a1", "agency").publishedAt(new StatedTime(published)).build());

        assertThat(card.sortedAt()).isEqualTo(sortedAt);
        assertThat(card.publishedAt()).isEqualTo(new StatedTime(published));
    }

    @Test
    void sortsByMillisecondsBecauseStoresDo() {
        var card = CardOf.of(article("a1", "agency")
                .receivedAt(NOON.plus(Duration.ofNanos(1_999_999)))
                .build());

        assertThat(card.sortedAt()).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void bringsTheStartOfTheTextWhereThereIsNoSummary() {
        assertThat(CardOf.of(article("a1", "agency").text("First.\n\nSecond.").build())
                        .summary())
                .isEqualTo("First. Second.");
        assertThat(CardOf.of(article("a1", "agency")
                                .text("First.")
                                .summary("Lead.")
                                .build())
                        .summary())
                .isEqualTo("Lead.");
        assertThat(CardOf.of(article("a1", "agency").text("").build()).summary())
                .isNull();
    }

    @Test
    void isBounded() {
        var card = CardOf.of(article("a1", "agency")
                .title("𠀀".repeat(10_000))
                .text("long ".repeat(10_000))
                .url("https://example.org/" + "x".repeat(10_000))
                .build());

        assertThat(card.title())
                .hasSizeLessThanOrEqualTo(CardOf.MAX_TITLE_CHARS)
                .endsWith("𠀀…");
        assertThat(card.summary())
                .hasSizeLessThanOrEqualTo(CardOf.MAX_SUMMARY_CHARS)
                .endsWith("…");
        assertThat(card.url()).isNull();
    }

    @Test
    void namesTheMostSalientPeopleAndOrganisations() {
        var entities = List.of(
                entity("Minor Person", Entity.Type.PERSON, 0.1),
                entity("Ada Brook", Entity.Type.PERSON, 0.5),
                entity("Port Authority", Entity.Type.ORGANISATION, 0.2),
                entity("Oslo", Entity.Type.PLACE, 0.2));

        var card = CardOf.of(article("a1", "agency").entities(entities).build());

        assertThat(card.people()).containsExactly("Ada Brook", "Minor Person");
        assertThat(card.organisations()).containsExactly("Port Authority");
    }

    @Test
    void saysInWhichTopicsTheArticleStands() {
        assertThat(CardOf.of(harbour("a1")).topics())
                .containsExactly(
                        "source:agency",
                        "medtop:20000763",
                        "person:ada-brook",
                        "organisation:port-authority",
                        "keyword:harbour-tunnel");
    }

    @Test
    void tellsNoMoreThanWhatItWasAboutOnceItIsWithoutContent() {
        ArticleCard whole = CardOf.of(harbour("a1"));
        ArticleCard card = whole.withoutContent();

        assertThat(card.topics()).isEqualTo(whole.topics());
        assertThat(card.title()).isNull();
        assertThat(card.people()).isEmpty();
        assertThat(card.figures()).isEmpty();
    }
}
