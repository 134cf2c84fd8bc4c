package org.copyflow.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Revision;
import org.copyflow.events.article.Revision.Change;
import org.copyflow.events.article.Revision.Field;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A version says what it changed of the one that readers saw, and its outcome which raw record it took the place
/// of.
final class CorrectionsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant IN_AN_HOUR = RunningTopology.START.plus(HOUR);

    private RunningTopology topology = new RunningTopology();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void saysWhatACorrectionChanged() {
        topology.push(Push.of("the quay is open").version(1));
        topology.push(Push.of("the quay is shut").version(2));
        assertThat(topology.enriched.getFirst().value().revision()).isNull();
        Revision revision = revision(newest());
        assertThat(revision.replaces()).isEqualTo(1);
        assertThat(revision.changes()).extracting(Change::field).containsExactly(Field.TITLE, Field.BODY);
        assertThat(revision.changes().getFirst())
                .extracting(Change::before, Change::after)
                .containsExactly("the quay is open", "the quay is shut");
    }

    @Test
    void comparesEachPartWithWhatItWas() {
        topology.push(Push.of("one|two").version(1));
        topology.push(Push.of("one|zwei|three").version(2));
        assertThat(revision(topology.enriched.get(2).value()).changes()).isEmpty();
        assertThat(revision(topology.enriched.get(3).value()).changes()).hasSize(3);
        assertThat(topology.enriched.get(4).value().revision()).isNull();
    }

    @Test
    void comparesAcrossARestart() {
        topology.push(Push.of("open").version(1));
        topology = topology.restart(HOUR);
        topology.push(Push.of("shut").version(2));
        assertThat(revision(newest()).replaces()).isEqualTo(1);
        assertThat(topology.shown()).hasSize(1);
    }

    @Test
    void comparesAReleasedVersionWithTheOneThatReadersSawLast() {
        topology.push(Push.of("open").version(1));
        topology.push(Push.of("held").version(2).embargo(IN_AN_HOUR));
        topology.push(Push.of("shut").version(3).embargo(IN_AN_HOUR));
        topology = topology.restart(HOUR);
        topology.passes(Duration.ofMillis(500));
        assertThat(revision(newest()).replaces()).isEqualTo(1);
        topology.push(Push.of("open again").version(4));
        assertThat(revision(newest()).replaces()).isEqualTo(3);
        assertThat(revision(newest()).changes().getFirst().before()).isEqualTo("shut");
    }

    @Test
    void neverTellsWhatWasKilled() {
        topology.push(Push.of("libel|second part").version(1));
        topology.push(Push.of("").version(2).canceled());
        assertThat(topology.shown()).isEmpty();
        topology.push(Push.of("mended").version(3));
        assertThat(newest().revision()).isNull();
    }

    @Test
    void neverTellsWhatIsWithheld() {
        topology.push(Push.of("secret").version(1));
        topology.push(Push.of("secret").version(2).withheld());
        topology.push(Push.of("cleared").version(3));
        assertThat(newest().revision()).isNull();
    }

    @Test
    void forgetsWhatNoCorrectionComesForAnyMore() {
        topology.push(Push.of("open").version(1));
        topology.passes(Duration.ofDays(90));
        topology.push(Push.of("other").uri("item:2"));
        assertThat(topology.push(Push.of("shut").version(2))).isEqualTo(Outcome.PUBLISHED);
        assertThat(newest().revision()).isNull();
    }

    @Test
    void saysInTheOutcomeWhichRawRecordGaveWay() {
        topology.push(Push.of("first").version(1));
        topology.push(Push.of("second").version(2).embargo(IN_AN_HOUR));
        topology.push(Push.of("late").version(1));
        topology.push(Push.of("").version(3).canceled());
        assertThat(topology.outcomes)
                .extracting(it -> it.outcome().word() + " " + it.offset() + " " + it.known())
                .containsExactly("published 0 null", "held 1 0-0", "stale 2 0-1", "stale 1 0-3", "withdrawn 3 0-1");
        assertThat(topology.outcomes.get(1).until()).isEqualTo(IN_AN_HOUR);
    }

    @Test
    void saysOfEachRecordWhichRawRecordItCameFrom() {
        topology.push(Push.of("first").version(1));
        topology.push(Push.of("").version(2).canceled());
        assertThat(topology.enriched)
                .extracting(record -> new EventHeaders(record.headers()).get(EventHeaders.ORIGIN_OFFSET))
                .containsExactly("0", "1", "1");
    }

    private static Revision revision(Article article) {
        return Objects.requireNonNull(article.revision(), "it has no revision");
    }

    private Article newest() {
        return topology.enriched.getLast().value();
    }
}
