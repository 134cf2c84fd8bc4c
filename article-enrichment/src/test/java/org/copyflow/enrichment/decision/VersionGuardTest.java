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
                versions.add(
                        new DocumentVersion(null, at(second), at(random.nextInt(50)), status(random), "t" + second));
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
