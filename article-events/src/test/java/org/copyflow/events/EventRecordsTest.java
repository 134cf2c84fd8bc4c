package org.copyflow.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.DeadLetter;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.RawArticle;
import org.junit.jupiter.api.Test;

final class EventRecordsTest {

    private static final RawArticle RAW = new RawArticle(
            "e1",
            "desk",
            "urn:item:1",
            "text/html; charset=gb18030",
            null,
            7L,
            Instant.parse("2026-03-06T11:00:00Z"),
            ArticleStatus.WITHHELD,
            Instant.parse("2026-03-07T00:00:00Z"),
            Instant.parse("2026-03-06T12:00:00.123Z"),
            new byte[] {1, 2});

    @Test
    void documentIdsAreTheSameEverywhere() {
        assertThat(DocumentIds.documentId("desk", "urn:item:1"))
                .isEqualTo(DocumentIds.documentId("desk", "urn:item:1"))
                .matches("[0-9a-hjkmnp-tv-z]{26}");
        assertThat(DocumentIds.documentId("a", "b")).isEqualTo("b6s73bgvqjrx67a1jac1fx5hdy");
        assertThat(DocumentIds.documentId("desk", "x")).isNotEqualTo(DocumentIds.documentId("des", "kx"));
    }

    @Test
    void theFirstPartIsTheDocumentItself() {
        assertThat(DocumentIds.articleId("d", 1)).isEqualTo("d");
        assertThat(DocumentIds.articleId("d", 3)).isEqualTo("d~3");
        assertThatThrownBy(() -> DocumentIds.articleId("d", 0)).hasMessageContaining("from 1, not 0");
    }

    @Test
    void aRawArticleTravelsInHeadersAndComesBack() {
        var headers = new RecordHeaders();
        RAW.writeTo(headers);
        assertThat(RawArticle.of(headers, RAW.content())).isEqualTo(RAW);
        assertThat(headers.lastHeader(EventHeaders.URL)).isNull();
    }

    @Test
    void aMissingHeaderIsNamed() {
        var headers = new RecordHeaders();
        RAW.writeTo(headers);
        headers.remove(EventHeaders.CE_SUBJECT);
        assertThatThrownBy(() -> RawArticle.of(headers, RAW.content()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ce_subject");
    }

    @Test
    void aHeaderThatIsNoNumberIsShown() {
        var headers = new RecordHeaders();
        RAW.writeTo(headers);
        new EventHeaders(headers).put(EventHeaders.VERSION, "two");
        assertThatThrownBy(() -> RawArticle.of(headers, RAW.content())).hasMessageContaining("'two'");
    }

    @Test
    void aDeadLetterKeepsTheHeadersOfTheRecord() {
        var headers = new RecordHeaders();
        RAW.writeTo(headers);
        var letter = new DeadLetter("enrich", "unreadable-json", "Line 1: …", "articles.raw", 3, 99, 2);
        letter.writeTo(headers);
        assertThat(DeadLetter.of(headers)).isEqualTo(letter);
        assertThat(new EventHeaders(headers).get(EventHeaders.CE_SUBJECT)).isEqualTo("urn:item:1");
    }

    @Test
    void aStatedTimeInventsNothing() {
        assertThat(new StatedTime("2026-03-06").toInstant()).isEqualTo("2026-03-06T00:00:00Z");
        assertThat(new StatedTime("2026-03-06T09:39:50").toInstant()).isEqualTo("2026-03-06T09:39:50Z");
        assertThat(new StatedTime("2026-03-06T09:39:50+08:00").toInstant()).isEqualTo("2026-03-06T01:39:50Z");
        assertThatThrownBy(() -> new StatedTime("6 March")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void absentIsAbsentFromTheJson() {
        Article bare = ExampleEvents.article().toBuilder()
                .title(null)
                .text("")
                .captions(List.of())
                .build();
        String json = EventJson.mapper().writeValueAsString(bare);
        assertThat(json)
                .doesNotContain("\"title\"", "\"text\":\"\"", "\"captions\"")
                .contains("\"value\":9.9");
        assertThat(EventJson.mapper().readValue(json, Article.class)).isEqualTo(bare);
    }

    @Test
    void unknownFieldsOfANewerWriterAreIgnored() {
        String json = EventJson.mapper().writeValueAsString(ExampleEvents.article());
        String newer = json.replaceFirst("\\{", "{\"comesLater\":{\"a\":[1]},");
        assertThat(EventJson.mapper().readValue(newer, Article.class)).isEqualTo(ExampleEvents.article());
    }

    @Test
    void aValueThatIsNotTheRecordIsRefusedWithItsTopic() {
        var serde = EventTopics.ARTICLES_ENRICHED.valueSerde();
        assertThatThrownBy(() -> serde.deserializer()
                        .deserialize("articles.enriched", "{\"id\":".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("articles.enriched")
                .hasMessageContaining("Article");
        assertThat(serde.deserializer().deserialize("articles.enriched", null)).isNull();
    }

    @Test
    void aStatusInEitherSpellingIsKnown() {
        assertThat(ArticleStatus.ofWord("Cancelled")).isEqualTo(ArticleStatus.CANCELED);
        assertThatThrownBy(() -> ArticleStatus.ofWord("gone")).hasMessageContaining("usable, withheld");
    }
}
