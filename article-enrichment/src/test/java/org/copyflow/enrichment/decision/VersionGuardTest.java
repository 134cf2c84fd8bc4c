package org.copyflow.enrichment.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.copyflow.enrichment.decision.VersionGuard.Verdict;
import org.copyflow.events.article.ArticleStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The order of versions does not depend on the order in which they arrive.
final class VersionGuardTest {

    private static final Instant EPOCH = Instant.EPOCH;

    @Test
    void endsWithTheHighestVersion() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var versions = new ArrayList<DocumentVersion>();
            for (long version = 0; version < 2 + random.nextInt(6); version++) {
                versions.add(new DocumentVersion(version, null, at(random.nextInt(50)), status(random), "v" + version));
            }
            DocumentVersion newest = versions.getLast();
            assertThat(last(shuffled(versions, random)))
                    .as("seed %d: %s", seed, versions)
                    .isEqualTo(newest);
        }
    }

    @Test
    void endsWithTheLatestVersionTime() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var versions = new ArrayList<DocumentVersion>();
            for (int second = 0; second < 2 + random.nextInt(6); second++) {
                versions.add(new DocumentVersion(
                        null, at(second), at(8 + random.nextInt(50)), status(random), "t" + second));
            }
            DocumentVersion newest = versions.getLast();
            assertThat(last(shuffled(versions, random)))
                    .as("seed %d: %s", seed, versions)
                    .isEqualTo(newest);
        }
    }

    @Test
    void endsWithTheLatestPushWhereNothingIsVersioned() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var versions = new ArrayList<DocumentVersion>();
            for (int second = 0; second < 2 + random.nextInt(6); second++) {
                versions.add(new DocumentVersion(null, null, at(second), status(random), "p" + second));
            }
            DocumentVersion newest = versions.getLast();
            assertThat(last(shuffled(versions, random)))
                    .as("seed %d: %s", seed, versions)
                    .isEqualTo(newest);
        }
    }

    @Test
    void endsWithTheKillAmongPushesOfOneVersion() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            List<DocumentVersion> versions = new ArrayList<>(List.of(
                    new DocumentVersion(7L, null, at(random.nextInt(9)), ArticleStatus.USABLE, "a"),
                    new DocumentVersion(7L, null, at(random.nextInt(9)), ArticleStatus.WITHHELD, "b"),
                    new DocumentVersion(7L, null, at(random.nextInt(9)), ArticleStatus.CANCELED, "c")));
            assertThat(last(shuffled(versions, random)).status())
                    .as("seed %d", seed)
                    .isEqualTo(ArticleStatus.CANCELED);
        }
    }

    @Test
    void killsWhatWasPushedBeforeHoweverLateItClaimsToBe() {
        var dated = new DocumentVersion(null, at(900), at(1), ArticleStatus.USABLE, "dated ahead");
        var kill = kill(at(2));

        assertThat(VersionGuard.judge(kill, dated)).isEqualTo(Verdict.NEWER);
        assertThat(VersionGuard.judge(dated, kill.after(dated))).isEqualTo(Verdict.STALE);
    }

    @Test
    void keepsDeadWhatWasMadeBeforeTheKillAndComesLate() {
        var late = new DocumentVersion(null, at(1), at(3), ArticleStatus.USABLE, "late");

        assertThat(VersionGuard.judge(late, kill(at(2)))).isEqualTo(Verdict.STALE);
    }

    @Test
    void doesNotKillAgainWhatWasPushedAfterTheKill() {
        var kill = kill(at(2));
        var pushedAgain = new DocumentVersion(null, null, at(3), ArticleStatus.USABLE, "again");
        assertThat(VersionGuard.judge(pushedAgain, kill)).isEqualTo(Verdict.NEWER);

        var sameKillLater = new DocumentVersion(null, at(2), at(4), ArticleStatus.CANCELED, "kill");
        assertThat(VersionGuard.judge(sameKillLater, pushedAgain.after(kill))).isEqualTo(Verdict.STALE);
        assertThat(VersionGuard.judge(kill(at(5)), pushedAgain.after(kill))).isEqualTo(Verdict.NEWER);
    }

    @Test
    void keepsAKilledVersionNumberDead() {
        var third = new DocumentVersion(3L, at(0), at(1), ArticleStatus.USABLE, "third");
        var killed = kill(at(2)).after(third);

        assertThat(VersionGuard.judge(new DocumentVersion(3L, null, at(3), ArticleStatus.USABLE, "x"), killed))
                .isEqualTo(Verdict.STALE);
        assertThat(VersionGuard.judge(new DocumentVersion(4L, null, at(3), ArticleStatus.USABLE, "y"), killed))
                .isEqualTo(Verdict.NEWER);
    }

    private static DocumentVersion kill(Instant at) {
        return new DocumentVersion(null, at, at, ArticleStatus.CANCELED, "kill " + at);
    }

    private static DocumentVersion last(List<DocumentVersion> arrivals) {
        @Nullable DocumentVersion known = null;
        for (DocumentVersion arriving : arrivals) {
            if (VersionGuard.judge(arriving, known) == Verdict.NEWER) {
                known = arriving.after(known);
            }
        }
        return Objects.requireNonNull(known);
    }

    /// In a random order, some of them twice.
    private static List<DocumentVersion> shuffled(List<DocumentVersion> versions, Random random) {
        var arrivals = new ArrayList<>(versions);
        arrivals.addAll(versions.subList(0, random.nextInt(versions.size())));
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private static ArticleStatus status(Random random) {
        return ArticleStatus.values()[random.nextInt(3)];
    }

    private static Instant at(int second) {
        return EPOCH.plusSeconds(second);
    }
}
