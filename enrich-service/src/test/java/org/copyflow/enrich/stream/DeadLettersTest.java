package org.copyflow.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.DeadLetter;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.raw.RawArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What cannot be enriched is put aside whole, with the reason, and the stream goes on.
final class DeadLettersTest {

    private final RunningTopology topology = new RunningTopology();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void keepsTheOriginalBytesAndHeadersOfAnUnreadableDocument() {
        topology.push(Push.of("fine").uri("item:0"));
        RawArticle raw = Push.of("unreadable").raw("event-9", topology.now());
        Headers headers = headers(raw);
        assertThat(topology.push(raw.documentId(), raw.content(), headers)).isEqualTo(Outcome.DEAD_LETTERED);

        TestRecord<String, byte[]> letter = topology.deadLetters.getLast();
        assertThat(letter.key()).isEqualTo(raw.documentId());
        assertThat(letter.value()).isEqualTo("unreadable".getBytes(StandardCharsets.UTF_8));
        assertThat(DeadLetter.of(letter.headers()))
                .isEqualTo(new DeadLetter(
                        "enrich", "not-an-article", "There is no article in it.", "articles.raw", 0, 1, 1));
        var kept = new EventHeaders(letter.headers());
        assertThat(kept.get(EventHeaders.CE_SUBJECT)).isEqualTo("item:1");
        assertThat(kept.get(EventHeaders.CE_ID)).isEqualTo("event-9");
        assertThat(topology.outcomes.getLast().errorCode()).isEqualTo("not-an-article");
        assertThat(topology.enriched).hasSize(1);
    }

    @Test
    void saysTheHowManiethAttemptAReplayWas() {
        RawArticle raw = Push.of("unreadable").raw("event-9", topology.now());
        Headers headers = headers(raw);
        new EventHeaders(headers).put(EventHeaders.ATTEMPT, 3);
        topology.push(raw.documentId(), raw.content(), headers);
        assertThat(DeadLetter.of(topology.deadLetters.getLast().headers()).attempt())
                .isEqualTo(3);
    }

    @Test
    void goesOnAfterABugInEnrichment() {
        assertThat(topology.push(Push.of("bug"))).isEqualTo(Outcome.DEAD_LETTERED);
        DeadLetter letter = DeadLetter.of(topology.deadLetters.getLast().headers());
        assertThat(letter.errorCode()).isEqualTo("enrichment-failed");
        assertThat(letter.message()).contains("java.lang.IllegalStateException").doesNotContain("a bug\n");
        assertThat(topology.push(Push.of("fine"))).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void goesOnAfterADocumentThatIsTooDeep() {
        assertThat(topology.push(Push.of("deep"))).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(topology.outcomes.getLast().errorCode()).isEqualTo("enrichment-failed");
    }

    @Test
    void goesOnAfterTextThatNoJsonCanHold() {
        topology.push(Push.of("half"));
        assertThat(topology.push(Push.of("fine"))).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void cutsAReasonThatShowsTooMuch() {
        topology.push(Push.of("loud"));
        String error = topology.outcomes.getLast().error();
        assertThat(error).startsWith("It says '?!!!").hasSize(1_001).endsWith("…");
        assertThat(DeadLetter.of(topology.deadLetters.getLast().headers()).message())
                .isEqualTo(error);
    }

    @Test
    void putsAsideARecordThatLacksAHeader() {
        RawArticle raw = Push.of("text").raw("event-9", topology.now());
        Headers headers = headers(raw);
        headers.remove(EventHeaders.CE_SUBJECT);
        assertThat(topology.push(raw.documentId(), raw.content(), headers)).isEqualTo(Outcome.DEAD_LETTERED);
        DeadLetter letter = DeadLetter.of(topology.deadLetters.getLast().headers());
        assertThat(letter.errorCode()).isEqualTo("bad-headers");
        assertThat(letter.message()).contains(EventHeaders.CE_SUBJECT);
        assertThat(topology.deadLetters.getLast().value()).isEqualTo(raw.content());
    }

    @Test
    void putsAsideARecordWhoseTimeIsNone() {
        RawArticle raw = Push.of("text").raw("event-9", topology.now());
        Headers headers = headers(raw);
        new EventHeaders(headers).put(EventHeaders.CE_TIME, "yesterday");
        assertThat(topology.push(raw.documentId(), raw.content(), headers)).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(topology.outcomes.getLast().errorCode()).isEqualTo("bad-headers");
    }

    @Test
    void putsAsideARecordUnderAnothersKey() {
        RawArticle raw = Push.of("text").raw("event-9", topology.now());
        assertThat(topology.push("another", raw.content(), headers(raw))).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(topology.outcomes.getLast().error()).contains("another", raw.documentId());
    }

    @Test
    void putsAsideARecordWithNothingAtAll() {
        assertThat(topology.push("key", new byte[0], new RecordHeaders())).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(topology.outcomes.getLast().source()).isEqualTo("unknown");
    }

    @Test
    void putsAsideAnArticleThatNoRecordCanHold() {
        String text = "x".repeat(RunningTopology.MAX_ARTICLE_BYTES);
        assertThat(topology.push(Push.of("fits|" + text))).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(topology.outcomes.getLast().errorCode()).isEqualTo("article-too-large");
        assertThat(topology.enriched).isEmpty();
    }

    @Test
    void leavesOutBytesThatNoLetterCanHold() {
        RawArticle raw = Push.of("x".repeat(RunningTopology.MAX_RECORD_BYTES)).raw("event-9", topology.now());
        topology.push(raw.documentId(), raw.content(), headers(raw));
        TestRecord<String, byte[]> letter = topology.deadLetters.getLast();
        assertThat(letter.value()).isEmpty();
        assertThat(letter.key()).isEqualTo(raw.documentId());
        assertThat(DeadLetter.of(letter.headers()).errorCode()).isEqualTo("article-too-large");
        assertThat(topology.push(Push.of("fine"))).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void cutsNamesThatNoRecordCanHold() {
        RawArticle raw = Push.of("text").raw("event-9", topology.now());
        Headers headers = headers(raw);
        new EventHeaders(headers).put(EventHeaders.CE_ID, "e".repeat(RunningTopology.MAX_RECORD_BYTES));
        String key = "k".repeat(RunningTopology.MAX_RECORD_BYTES);
        assertThat(topology.push(raw.documentId(), raw.content(), headers)).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(topology.push(key, raw.content(), headers(raw))).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(topology.outcomes.getLast().documentId()).hasSize(256);
        assertThat(topology.deadLetters.getLast().key()).hasSize(256);
        assertThat(topology.outcomes).extracting(ArticleOutcome::errorCode).containsOnly("bad-headers");
    }

    @Test
    void putsAsideADocumentOfTooManyArticles() {
        assertThat(topology.push(Push.of("a|".repeat(1_000) + "a"))).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(topology.outcomes.getLast().errorCode()).isEqualTo("too-many-articles");
        assertThat(topology.push(Push.of("a|".repeat(999) + "a"))).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void takesATimeOfAcceptanceThatNoClockEverShowed() {
        assertThat(topology.push(Push.of("text"), Instant.MIN)).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void leavesThePublishedVersionAloneWhenANewerOneCannotBeRead() {
        topology.push(Push.of("good").version(1));
        topology.push(Push.of("unreadable").version(2));
        assertThat(topology.visible).containsValue("good");
        assertThat(topology.push(Push.of("mended").version(2))).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void knowsNoMediaTypeButThoseThatAreRead() {
        RawArticle raw = Push.of("text").raw("event-9", topology.now());
        Headers headers = headers(raw);
        new EventHeaders(headers).put(EventHeaders.CONTENT_TYPE, "image/png");
        topology.push(raw.documentId(), raw.content(), headers);
        assertThat(topology.outcomes.getLast().errorCode()).isEqualTo("unknown-media-type");
    }

    private static Headers headers(RawArticle raw) {
        var headers = new RecordHeaders();
        raw.writeTo(headers);
        return headers;
    }
}
