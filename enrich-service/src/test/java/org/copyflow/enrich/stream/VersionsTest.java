package org.copyflow.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which version of a document readers see.
final class VersionsTest {

    private static final String ID = DocumentIds.documentId(Push.SOURCE, "item:1");
    private static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");

    private final RunningTopology topology = new RunningTopology();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void publishesANewDocument() {
        assertThat(topology.push(Push.of("first"))).isEqualTo(Outcome.PUBLISHED);
        assertThat(topology.visible).containsExactly(Map.entry(ID, "first"));
        assertThat(topology.outcomes.getFirst().articleIds()).containsExactly(ID);
    }

    @Test
    void callsAnIdenticalPushADuplicate() {
        topology.push(Push.of("first").version(1));
        assertThat(topology.push(Push.of("first").version(1))).isEqualTo(Outcome.DUPLICATE);
        assertThat(topology.enriched).hasSize(1);
    }

    @Test
    void replacesALowerVersion() {
        topology.push(Push.of("first").version(1));
        assertThat(topology.push(Push.of("second").version(2))).isEqualTo(Outcome.PUBLISHED);
        assertThat(topology.visible).containsExactly(Map.entry(ID, "second"));
    }

    @Test
    void publishesAGreaterVersionOfTheSameText() {
        topology.push(Push.of("same").version(1));
        assertThat(topology.push(Push.of("same").version(2))).isEqualTo(Outcome.PUBLISHED);
        assertThat(topology.enriched.getLast().value().version()).isEqualTo(2);
    }

    @Test
    void callsALowerVersionStale() {
        topology.push(Push.of("second").version(2));
        assertThat(topology.push(Push.of("first").version(1))).isEqualTo(Outcome.STALE);
        assertThat(topology.visible).containsExactly(Map.entry(ID, "second"));
    }

    @Test
    void ordersByTheVersionsTimeWhereNoneIsCounted() {
        topology.push(Push.of("second").created(MORNING.plusSeconds(60)));
        assertThat(topology.push(Push.of("first").created(MORNING))).isEqualTo(Outcome.STALE);
        assertThat(topology.push(Push.of("third").created(MORNING.plusSeconds(120))))
                .isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void ordersByTheVersionsTimeBetweenEqualVersions() {
        topology.push(Push.of("late").version(1).created(MORNING.plusSeconds(60)));
        assertThat(topology.push(Push.of("early").version(1).created(MORNING))).isEqualTo(Outcome.STALE);
    }

    @Test
    void takesTheVersionFromTheDocumentWhereThePushIsSilent() {
        topology.push(Push.of("version=7;seventh"));
        assertThat(topology.push(Push.of("version=6;sixth"))).isEqualTo(Outcome.STALE);
        assertThat(topology.push(Push.of("version=8;eighth"))).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void letsTheLaterPushReplaceWhereNothingIsVersioned() {
        topology.push(Push.of("first"));
        topology.passes(Duration.ofSeconds(1));
        assertThat(topology.push(Push.of("second"))).isEqualTo(Outcome.PUBLISHED);
        assertThat(topology.push(Push.of("replayed"), RunningTopology.START.minusSeconds(60)))
                .isEqualTo(Outcome.STALE);
        assertThat(topology.visible).containsExactly(Map.entry(ID, "second"));
    }

    @Test
    void keepsDocumentsApart() {
        topology.push(Push.of("one").version(5));
        assertThat(topology.push(Push.of("two").uri("item:2").version(1))).isEqualTo(Outcome.PUBLISHED);
        assertThat(topology.visible.values()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void withdrawsPartsThatANewVersionDropped() {
        topology.push(Push.of("a|b|c").version(1));
        topology.enriched.clear();
        topology.push(Push.of("a").version(2));
        assertThat(topology.visible).containsExactly(Map.entry(ID, "a"));
        assertThat(topology.enriched.stream().map(record -> record.key()))
                .containsExactly(ID, ID + "~2", ID + "~2", ID + "~3", ID + "~3");
        assertCanceledThenTombstone(1);
        assertCanceledThenTombstone(3);
    }

    @Test
    void withdrawsEveryPartOfAKilledDocument() {
        topology.push(Push.of("a|b").version(1));
        topology.enriched.clear();
        assertThat(topology.push(Push.of("").version(2).canceled())).isEqualTo(Outcome.WITHDRAWN);
        assertThat(topology.visible).isEmpty();
        assertThat(topology.enriched).hasSize(4);
        assertCanceledThenTombstone(0);
        assertCanceledThenTombstone(2);
        assertThat(topology.outcomes.getLast().articleIds()).containsExactly(ID, ID + "~2");
    }

    @Test
    void remembersAKillThatCameFirst() {
        assertThat(topology.push(Push.of("").version(3).canceled())).isEqualTo(Outcome.WITHDRAWN);
        assertThat(topology.push(Push.of("late").version(2))).isEqualTo(Outcome.STALE);
        assertThat(topology.push(Push.of("same").version(3))).isEqualTo(Outcome.STALE);
        assertThat(topology.enriched).isEmpty();
        assertThat(topology.push(Push.of("back").version(4))).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void killsTheVersionThatCarriesTheSameNumber() {
        topology.push(Push.of("text").version(3));
        assertThat(topology.push(Push.of("text").version(3).canceled(), MORNING))
                .isEqualTo(Outcome.WITHDRAWN);
        assertThat(topology.push(Push.of("text").version(3))).isEqualTo(Outcome.STALE);
        assertThat(topology.visible).isEmpty();
    }

    @Test
    void holdsOldVersionsToBeOldAfterAKillWithoutVersion() {
        topology.push(Push.of("third").version(3));
        topology.passes(Duration.ofSeconds(1));
        assertThat(topology.push(Push.of("").canceled())).isEqualTo(Outcome.WITHDRAWN);
        assertThat(topology.push(Push.of("second").version(2))).isEqualTo(Outcome.STALE);
        assertThat(topology.visible).isEmpty();
    }

    @Test
    void ignoresAKillOfAnOlderVersion() {
        topology.push(Push.of("second").version(2));
        assertThat(topology.push(Push.of("").version(1).canceled())).isEqualTo(Outcome.STALE);
        assertThat(topology.visible).containsValue("second");
    }

    @Test
    void killsWhenTheDocumentItselfSaysSo() {
        topology.push(Push.of("text").version(1));
        assertThat(topology.push(Push.of("status=canceled;text").version(2))).isEqualTo(Outcome.WITHDRAWN);
        assertThat(topology.visible).isEmpty();
    }

    private void assertCanceledThenTombstone(int at) {
        Article canceled = topology.enriched.get(at).value();
        assertThat(canceled.status()).isEqualTo(ArticleStatus.CANCELED);
        assertThat(canceled.text()).isEmpty();
        assertThat(List.of(canceled.source(), canceled.uri())).containsExactly(Push.SOURCE, "item:1");
        assertThat(topology.enriched.get(at + 1).value()).isNull();
        assertThat(topology.enriched.get(at + 1).key()).isEqualTo(canceled.id());
    }
}
