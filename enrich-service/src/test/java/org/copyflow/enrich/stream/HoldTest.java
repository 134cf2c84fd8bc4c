package org.copyflow.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What must not be seen yet is not.
final class HoldTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant IN_AN_HOUR = RunningTopology.START.plus(HOUR);
    private static final String HOLD_ENDS = "copyflow.enrich.hold.ends";

    private RunningTopology topology = new RunningTopology();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void holdsAnEmbargoedDocumentUntilItsTime() {
        assertThat(topology.push(Push.of("a|b").embargo(IN_AN_HOUR))).isEqualTo(Outcome.HELD);
        topology.passes(HOUR.minusMillis(1));
        assertThat(topology.enriched).isEmpty();
        topology.passes(Duration.ofMillis(500));
        assertThat(topology.visible.values()).containsExactly("a", "b");
    }

    @Test
    void holdsUntilATimeThatNoClockWillShow() {
        assertThat(topology.push(Push.of("a|b").version(1).embargo(Instant.MAX)))
                .isEqualTo(Outcome.HELD);
        topology.passes(HOUR);
        assertThat(topology.enriched).isEmpty();
        assertThat(topology.push(Push.of("free").version(2))).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void tellsOfTheReleaseUnderTheSameRawRecord() {
        topology.push(Push.of("other").uri("item:0"));
        topology.push(Push.of("a|b").embargo(IN_AN_HOUR));
        topology.passes(HOUR);
        ArticleOutcome held = topology.outcomes.get(1);
        ArticleOutcome released = topology.outcomes.get(2);
        assertThat(held.articleIds()).isEmpty();
        assertThat(released.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(released.offset()).isEqualTo(held.offset()).isEqualTo(1);
        assertThat(released.articleIds()).hasSize(2);
        assertThat(topology.outcomes).hasSize(3);
    }

    @Test
    void readsAnEmbargoThatOnlyTheDocumentStates() {
        assertThat(topology.push(Push.of("embargo=" + IN_AN_HOUR + ";text"))).isEqualTo(Outcome.HELD);
        topology.passes(HOUR);
        assertThat(topology.visible).containsValue("text");
    }

    @Test
    void publishesAtOnceWhatAnEmbargoNoLongerBinds() {
        assertThat(topology.push(Push.of("text").embargo(RunningTopology.START)))
                .isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void releasesEachAtItsOwnTime() {
        topology.push(Push.of("later").uri("item:2").embargo(IN_AN_HOUR.plus(HOUR)));
        topology.push(Push.of("sooner").embargo(IN_AN_HOUR));
        topology.passes(HOUR);
        assertThat(topology.visible.values()).containsExactly("sooner");
        topology.passes(HOUR);
        assertThat(topology.visible.values()).containsExactlyInAnyOrder("sooner", "later");
    }

    @Test
    void releasesWhatFellDueWhileItWasDown() {
        topology.push(Push.of("a|b").embargo(IN_AN_HOUR));
        topology = topology.restart(HOUR.plusSeconds(1));
        topology.passes(Duration.ofMillis(500));
        assertThat(topology.visible.values()).containsExactly("a", "b");
        assertThat(topology.outcomes.getFirst().outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void holdsOnAcrossARestart() {
        topology.push(Push.of("text").embargo(IN_AN_HOUR));
        topology = topology.restart(Duration.ofMinutes(1));
        topology.passes(Duration.ofMinutes(58));
        assertThat(topology.enriched).isEmpty();
        topology.passes(Duration.ofMinutes(1));
        assertThat(topology.visible).containsValue("text");
    }

    @Test
    void releasesTheNewerVersionOnly() {
        topology.push(Push.of("first|dropped").version(1).embargo(IN_AN_HOUR));
        assertThat(topology.push(Push.of("second").version(2).embargo(IN_AN_HOUR)))
                .isEqualTo(Outcome.HELD);
        topology.passes(HOUR);
        assertThat(topology.visible.values()).containsExactly("second");
        assertThat(topology.enriched).hasSize(1);
    }

    @Test
    void publishesANewerVersionWithoutEmbargoAtOnce() {
        topology.push(Push.of("held").version(1).embargo(IN_AN_HOUR));
        assertThat(topology.push(Push.of("free").version(2))).isEqualTo(Outcome.PUBLISHED);
        topology.passes(HOUR);
        assertThat(topology.visible.values()).containsExactly("free");
        assertThat(topology.enriched).hasSize(1);
    }

    @Test
    void releasesWhenANewerVersionSaysWhereItMovesTheEmbargo() {
        topology.push(Push.of("earlier v1").uri("item:1").version(1).embargo(IN_AN_HOUR));
        topology.push(Push.of("earlier").uri("item:1").version(2).embargo(IN_AN_HOUR.minusSeconds(1_800)));
        topology.push(Push.of("later v1").uri("item:2").version(1).embargo(IN_AN_HOUR));
        topology.push(Push.of("later").uri("item:2").version(2).embargo(IN_AN_HOUR.plus(HOUR)));
        topology.passes(Duration.ofMinutes(30));
        assertThat(topology.visible.values()).containsExactly("earlier");
        topology = topology.restart(Duration.ofMinutes(31));
        topology.passes(Duration.ofMillis(500));
        assertThat(topology.visible.values()).containsExactly("earlier");
        topology.passes(HOUR);
        assertThat(topology.visible.values()).containsExactlyInAnyOrder("earlier", "later");
    }

    @Test
    void publishesAtOnceWhereANewerVersionsEmbargoHasPassed() {
        topology.push(Push.of("held").version(1).embargo(IN_AN_HOUR));
        assertThat(topology.push(Push.of("free").version(2).embargo(RunningTopology.START)))
                .isEqualTo(Outcome.PUBLISHED);
        topology.passes(HOUR);
        assertThat(topology.visible.values()).containsExactly("free");
    }

    @Test
    void neverReleasesWhatWasKilledMeanwhile() {
        topology.push(Push.of("held").version(1).embargo(IN_AN_HOUR));
        assertThat(topology.push(Push.of("").version(2).canceled())).isEqualTo(Outcome.WITHDRAWN);
        topology.passes(HOUR);
        assertThat(topology.enriched).isEmpty();
    }

    @Test
    void takesBackWhatWasPublishedBeforeTheEmbargoCame() {
        topology.push(Push.of("early|second").version(1));
        topology.push(Push.of("early").version(2).embargo(IN_AN_HOUR));
        assertThat(topology.visible).isEmpty();
        topology.passes(HOUR);
        assertThat(topology.visible.values()).containsExactly("early");
    }

    @Test
    void callsTheSameHeldPushADuplicateBeforeAndAfterItsRelease() {
        Push push = Push.of("text").embargo(IN_AN_HOUR);
        topology.push(push);
        assertThat(topology.push(push)).isEqualTo(Outcome.DUPLICATE);
        topology.passes(HOUR);
        assertThat(topology.push(push)).isEqualTo(Outcome.DUPLICATE);
        assertThat(topology.enriched).hasSize(1);
    }

    @Test
    void holdsWithheldItemsUntilAUsableVersionComes() {
        assertThat(topology.push(Push.of("text").version(1).withheld())).isEqualTo(Outcome.HELD);
        topology.passes(Duration.ofDays(30));
        assertThat(topology.enriched).isEmpty();
        assertThat(topology.push(Push.of("text").version(2))).isEqualTo(Outcome.PUBLISHED);
        assertThat(topology.visible).containsValue("text");
    }

    @Test
    void takesBackWhatIsWithheldAfterItWasPublished() {
        topology.push(Push.of("a|b").version(1));
        assertThat(topology.push(Push.of("a|b").version(2).withheld())).isEqualTo(Outcome.HELD);
        assertThat(topology.visible).isEmpty();
        assertThat(topology.outcomes.getLast().articleIds()).hasSize(2);
    }

    @Test
    void countsTheEndOfAHoldApartFromRawRecords() {
        topology.push(Push.of("released").uri("item:1").embargo(IN_AN_HOUR));
        topology.push(Push.of("replaced").uri("item:2").version(1).embargo(IN_AN_HOUR));
        topology.push(Push.of("").uri("item:2").version(2).canceled());
        topology.passes(HOUR);
        assertThat(topology.countedAll("copyflow.enrich.articles")).isEqualTo(3);
        assertThat(topology.counted(HOLD_ENDS, Outcome.PUBLISHED)).isEqualTo(1);
        assertThat(topology.counted(HOLD_ENDS, Outcome.STALE)).isEqualTo(1);
    }
}
