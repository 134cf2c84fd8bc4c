package org.copyflow.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whose turn it is, and when the next.
final class FeedScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final FeedSchedule schedule = new FeedSchedule(2, GAP, RandomGenerator.of("L64X128MixRandom"));

    @Test
    void oneFeedOfAHostAtATimeWithAGapAfterIt() {
        Feed one = feed("https://a.example/1");
        Feed two = feed("https://a.example/2");
        take(Map.of(one, NOW.minusSeconds(2), two, NOW.minusSeconds(1)));

        assertThat(schedule.due(NOW)).containsExactly(one);
        assertThat(schedule.due(NOW.plusSeconds(60))).isEmpty();
        schedule.ended(one, NOW.plusSeconds(60), NOW.plusSeconds(660));

        assertThat(schedule.due(NOW.plusSeconds(61))).isEmpty();
        assertThat(schedule.due(NOW.plusSeconds(62))).containsExactly(two);
    }

    @Test
    void soManyAtOnceThoseThatWaitLongestFirst() {
        Feed late = feed("https://a.example/");
        Feed later = feed("https://b.example/");
        Feed latest = feed("https://c.example/");
        take(Map.of(later, NOW.minusSeconds(20), latest, NOW.minusSeconds(30), late, NOW.minusSeconds(10)));

        assertThat(schedule.due(NOW)).containsExactly(latest, later);
        schedule.ended(later, NOW, NOW.plusSeconds(600));
        assertThat(schedule.due(NOW)).containsExactly(late);
    }

    @Test
    void aFeedThatIsTakenOffTheListIsNotAskedAgain() {
        Feed feed = feed("https://a.example/");
        take(Map.of(feed, NOW));
        assertThat(schedule.due(NOW)).containsExactly(feed);

        schedule.replace(Map.of());
        schedule.ended(feed, NOW, NOW);

        assertThat(schedule.due(NOW.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void afterASuccessItsIntervalPassesAndALittleMore() {
        for (int i = 0; i < 100; i++) {
            assertThat(wait(FeedVisit.Outcome.NEW, 0, null)).isBetween(INTERVAL, Duration.ofMinutes(11));
        }
    }

    @Test
    void eachFailureDoublesTheWaitUpToADay() {
        for (int i = 0; i < 100; i++) {
            assertThat(wait(FeedVisit.Outcome.FAILED, 1, null))
                    .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(25));
            assertThat(wait(FeedVisit.Outcome.FAILED, 3, null))
                    .isBetween(Duration.ofMinutes(60), Duration.ofMinutes(100));
            assertThat(wait(FeedVisit.Outcome.FAILED, 1_000, null))
                    .isBetween(Duration.ofHours(18), Duration.ofHours(30));
        }
    }

    @Test
    void theServersRetryAfterIsKeptUpToAWeek() {
        assertThat(wait(FeedVisit.Outcome.FAILED, 1, Duration.ofHours(3))).isEqualTo(Duration.ofHours(3));
        assertThat(wait(FeedVisit.Outcome.FAILED, 1, Duration.ofSeconds(1))).isGreaterThan(Duration.ofMinutes(14));
        assertThat(wait(FeedVisit.Outcome.FAILED, 1, Duration.ofDays(400))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void aFeedThatIsGoneHasNoNextTimeAndOneThatWaitsForKafkaASoonOne() {
        assertThat(wait(FeedVisit.Outcome.KAFKA_UNAVAILABLE, 0, null)).isEqualTo(Duration.ofMinutes(1));
        assertThat(schedule.next(feed("https://a.example/"), result(FeedVisit.Outcome.GONE, 0, null), NOW))
                .isEqualTo(Instant.MAX);
    }

    private void take(Map<Feed, Instant> feeds) {
        schedule.replace(new HashMap<>(feeds));
    }

    private Duration wait(FeedVisit.Outcome outcome, int failures, @Nullable Duration retryAfter) {
        return Duration.between(
                NOW, schedule.next(feed("https://a.example/"), result(outcome, failures, retryAfter), NOW));
    }

    private static FeedVisit.Result result(FeedVisit.Outcome outcome, int failures, @Nullable Duration retryAfter) {
        FeedMemory memory = FeedMemory.none(feed("https://a.example/"));
        for (int i = 0; i < failures; i++) {
            memory = memory.failed("for this test");
        }
        return new FeedVisit.Result(outcome, memory, 0, retryAfter);
    }

    private static Feed feed(String url) {
        return new Feed(HttpUrl.get(url), "desk", INTERVAL);
    }
}
