package org.copyflow.index.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.copyflow.embeddings.Embeddings;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.index.stories.StoryLimits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Histories of articles that come, change, move to another language and go. `-Dcopyflow.seed=…` repeats one.
final class ComparisonHistoryTest {

    private static final int HISTORIES = 5;
    private static final int STEPS = 500;

    static Stream<Long> seeds() {
        Long given = Long.getLong("copyflow.seed");
        return given != null ? Stream.of(given) : new Random().longs(HISTORIES).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("who is restarted now and then says and keeps the same as who never is")
    void aRestartChangesNothing(long seed) {
        var random = new Random(seed);
        var history = new RandomDigests(random);
        ComparisonLimits limits = limits(random);
        var steady = new ComparisonRun(limits, new EventVectors());
        var restarted = new ComparisonRun(limits, new EventVectors());
        var told = new HashSet<String>();
        for (int step = 0; step < STEPS; step++) {
            Map<String, ArticleDigest> changes = history.next();
            boolean published = random.nextInt(3) == 0;
            for (ComparisonRun run : List.of(steady, restarted)) {
                changes.forEach((language, digest) -> run.put(language, digest, history.now()));
                if (published) {
                    run.publish(history.now());
                }
            }
            String where = "seed %d, step %d".formatted(seed, step);
            Map<String, String> said = steady.said();
            assertThat(restarted.said()).as(where).isEqualTo(said);
            told.addAll(said.keySet());
            if (random.nextInt(15) == 0) {
                assertThat(restarted.kept()).as(where).isEqualTo(steady.kept());
                restarted.restart();
            }
        }
        assertThat(told.stream().filter(what -> what.startsWith("stories")))
                .as("seed %d", seed)
                .hasSizeGreaterThan(20);
    }

    /// Small enough to be reached; either kind of comparison may outlast the other.
    private static ComparisonLimits limits(Random random) {
        return new ComparisonLimits(
                Duration.ofHours(random.nextBoolean() ? 30 : 90),
                random.nextBoolean() ? 50 : 500,
                new StoryLimits(Duration.ofHours(60), random.nextBoolean() ? 60 : 500, 8),
                Duration.ofSeconds(1));
    }

    /// A vector for the first word of a headline.
    private record EventVectors() implements Embeddings {

        @Override
        public int dimensions() {
            return 8;
        }

        @Override
        public float[] of(String text) {
            var random = new Random(text.split(" ", 2)[0].hashCode());
            var vector = new float[dimensions()];
            double squares = 0;
            for (int i = 0; i < vector.length; i++) {
                vector[i] = random.nextFloat() - 0.5f;
                squares += vector[i] * vector[i];
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) Math.sqrt(squares);
            }
            return vector;
        }

        @Override
        public void close() {}
    }
}
