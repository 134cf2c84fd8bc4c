package org.copyflow.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.ingest.http.RecordingPublisher;
import org.copyflow.ingest.push.Batches;
import org.copyflow.ingest.push.Intake;
import org.copyflow.kit.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The feed poller as it runs: its thread, its list, its state folder, its check.
final class FeedPollerTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ATOM =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Port</title><id>port</id><updated>2026-11-22T00:00:00Z"
                    + "</updated><entry><id>port:1</id><title>Ferry</title><updated>2026-11-22T00:00:00Z</updated>"
                    + "<content>It runs.</content></entry></feed>";

    @TempDir
    private Path root;

    private final FeedServer server = new FeedServer("127.0.0.1");
    private final Metrics metrics = new Metrics();
    private final RecordingPublisher kafka = new RecordingPublisher();

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void aListedFeedIsReadAndAnotherOnceItIsListed() throws IOException {
        server.answer("/one", 200, ATOM, Map.of());
        server.answer("/two", 200, ATOM, Map.of());
        list(server.url("/one") + " harbour");
        try (FeedPoller poller = started(true)) {
            await().atMost(SOON).until(() -> kafka.articles().size() == 1);
            await().atMost(SOON).until(() -> poller.check().detail().equals("1 feed, 0 failing, 0 gone"));

            list(server.url("/one") + " harbour\n" + server.url("/two") + " town-hall");

            await().atMost(SOON).until(() -> kafka.articles().size() == 2);
            assertThat(kafka.articles()).extracting(RawArticle::source).containsExactly("harbour", "town-hall");
            await().atMost(SOON)
                    .until(() -> metrics.scrape().contains("copyflow_ingest_feed_looks_total{outcome=\"new\"} 2.0"));
            assertThat(metrics.scrape()).contains("copyflow_ingest_feeds{state=\"good\"} 2.0");
        }
    }

    @Test
    void aBadListFailsTheCheckAtTheStartAndIsPassedOverLater() throws IOException {
        server.answer("/one", 200, ATOM, Map.of());
        list("nonsense");
        try (FeedPoller poller = started(true)) {
            await().atMost(SOON).until(() -> poller.check().detail().contains("line 1"));
            assertThat(poller.check().passed()).isFalse();

            list(server.url("/one") + " harbour");
            await().atMost(SOON).until(() -> kafka.articles().size() == 1);
            list("more nonsense");

            await().atMost(SOON).until(() -> poller.check().detail().contains("the list as it was before"));
            assertThat(poller.check().passed()).isTrue();
        }
    }

    @Test
    void afterARestartNothingIsAskedBeforeItsTime() throws IOException {
        server.answer("/one", 200, ATOM, Map.of());
        server.answer("/gone", 410, "", Map.of());
        list(server.url("/one") + " harbour\n" + server.url("/gone") + " town-hall");
        try (FeedPoller first = started(true)) {
            await().atMost(SOON).until(() -> first.check().detail().equals("2 feeds, 0 failing, 1 gone"));
            await().atMost(SOON).until(() -> kafka.articles().size() == 1);
        }
        server.answer("/three", 200, ATOM, Map.of());
        list(server.url("/one") + " harbour\n" + server.url("/gone") + " town-hall\n" + server.url("/three") + " port");

        try (FeedPoller second = started(true)) {
            await().atMost(SOON).until(() -> kafka.articles().size() == 2);
            await().atMost(SOON).until(() -> second.check().detail().equals("3 feeds, 0 failing, 1 gone"));
        }

        assertThat(server.asked())
                .extracting(FeedServer.Asked::path)
                .containsExactlyInAnyOrder("/one", "/gone", "/three");
    }

    @Test
    void privateAddressesAreNotAskedUnlessAllowed() throws IOException {
        server.answer("/one", 200, ATOM, Map.of());
        list(server.url("/one") + " harbour");

        try (FeedPoller poller = started(false)) {
            await().atMost(SOON).until(() -> poller.check().detail().equals("1 feed, 1 failing, 0 gone"));
            assertThat(poller.check().passed()).isTrue();
        }

        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aSecondProcessStandsByAndTakesOver() throws IOException {
        list("");
        FeedPoller first = started(true);
        await().atMost(SOON).until(() -> first.check().passed());
        try (FeedPoller second = started(true)) {
            await().atMost(SOON).until(() -> second.check().detail().contains("standing by"));

            first.close();

            await().atMost(SOON).until(() -> second.check().detail().startsWith("0 feeds"));
        } finally {
            first.close();
        }
    }

    private void list(String lines) throws IOException {
        Path file = root.resolve("feeds.txt");
        FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.from(Instant.EPOCH);
        Path next = Files.writeString(root.resolve("next"), lines);
        if (Files.getLastModifiedTime(next).equals(before)) {
            Files.setLastModifiedTime(next, FileTime.from(before.toInstant().plusMillis(1)));
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private FeedPoller started(boolean allowPrivate) {
        var batches = new Batches(new Intake(KnownFormats.readers(), InstantSource.system(), 10), 10, 100_000);
        var settings = new FeedPoller.Settings(
                root.resolve("feeds.txt"),
                root.resolve("state"),
                Duration.ofMinutes(10),
                Duration.ZERO,
                allowPrivate,
                100_000,
                Duration.ofSeconds(1));
        var poller = new FeedPoller(settings, batches, kafka, metrics);
        poller.start();
        return poller;
    }
}
