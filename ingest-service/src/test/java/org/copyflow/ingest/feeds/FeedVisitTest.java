package org.copyflow.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import okhttp3.HttpUrl;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.ingest.feeds.FeedVisit.Outcome;
import org.copyflow.ingest.http.RecordingPublisher;
import org.copyflow.ingest.push.Batches;
import org.copyflow.ingest.push.Intake;
import org.copyflow.kit.net.PublicAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One look at a feed after another, at a real server.
final class FeedVisitTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T01:00:00Z"));
    private static final int MAX_BYTES = 50_000;

    private final FeedServer server = new FeedServer("127.0.0.1");
    private final FeedServer inside = new FeedServer("127.0.0.2");
    private final RecordingPublisher kafka = new RecordingPublisher();
    private final FeedClient client = new FeedClient(
            new PublicAddresses(address -> !address.getHostAddress().equals("127.0.0.2")),
            MAX_BYTES,
            Duration.ofSeconds(5),
            CLOCK);
    private final FeedVisit visit = new FeedVisit(
            client,
            new FeedItems(new Batches(new Intake(KnownFormats.readers(), CLOCK, 100), 100, MAX_BYTES)),
            kafka,
            Duration.ofSeconds(1),
            new FeedLog(new SimpleMeterRegistry()));
    private final Feed feed = new Feed(server.url("/feed"), "desk", Duration.ofMinutes(10));
    private FeedMemory memory = FeedMemory.none(feed);

    @AfterEach
    void stop() {
        client.close();
        server.close();
        inside.close();
    }

    @Test
    void everyItemIsPushedOnceOldestFirst() {
        publish(Map.of(), item("new", "Ferry"), item("old", "Bridge"));

        FeedVisit.Result first = look();

        assertThat(first.outcome()).isEqualTo(Outcome.NEW);
        assertThat(kafka.articles()).extracting(RawArticle::uri).containsExactly("old", "new");
        assertThat(kafka.articles()).extracting(RawArticle::source).containsOnly("desk");
        assertThat(server.last().headers().get("user-agent")).startsWith("Copyflow");
        assertThat(look().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(kafka.articles()).hasSize(2);
    }

    @Test
    void onlyWhatIsNewOrChangedIsPushed() {
        publish(Map.of(), item("2", "Ferry"), item("1", "Bridge"));
        look();
        publish(Map.of(), item("3", "Tunnel"), item("2", "Ferry, corrected"), item("1", "Bridge"));

        assertThat(look().pushed()).isEqualTo(2);

        assertThat(kafka.articles()).extracting(RawArticle::uri).containsExactly("1", "2", "2", "3");
    }

    @Test
    void whatTheServerSaysOfTheVersionIsSentBack() {
        publish(
                Map.of("ETag", "\"v1\"", "Last-Modified", "Sun, 22 Nov 2026 00:00:00 GMT"),
                item("1", "Ferry"),
                item("2", "Bridge"));
        look();
        server.answer("/feed", 304, "", Map.of());

        assertThat(look().outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(server.last().headers())
                .containsEntry("if-none-match", "\"v1\"")
                .containsEntry("if-modified-since", "Sun, 22 Nov 2026 00:00:00 GMT");
    }

    @Test
    void nothingIsRepeatedAfterARestart(@TempDir Path folder) throws IOException {
        publish(Map.of("ETag", "\"v1\""), item("1", "Ferry"), item("2", "Bridge"));
        look();
        new FeedMemories(folder).keep(feed, memory);

        memory = new FeedMemories(folder).of(feed);

        assertThat(look().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(server.last().headers()).containsEntry("if-none-match", "\"v1\"");
        assertThat(kafka.articles()).hasSize(2);
    }

    @Test
    void aDamagedMemoryBeginsAnew(@TempDir Path folder) throws IOException {
        var memories = new FeedMemories(folder);
        memories.keep(feed, memory);
        Files.writeString(folder.resolve(feed.id() + ".json"), "{\"url\":");

        assertThat(memories.of(feed)).isEqualTo(FeedMemory.none(feed));
    }

    @Test
    void whileKafkaIsDownNothingIsRememberedAsSeen() {
        publish(Map.of("ETag", "\"v1\""), item("2", "Ferry"), item("1", "Bridge"));
        kafka.goDownAfter(1);

        assertThat(look().outcome()).isEqualTo(Outcome.KAFKA_UNAVAILABLE);
        kafka.goDownAfter(Integer.MAX_VALUE);
        assertThat(look().outcome()).isEqualTo(Outcome.NEW);

        assertThat(server.last().headers()).doesNotContainKey("if-none-match");
        assertThat(kafka.articles()).extracting(RawArticle::uri).containsExactly("1", "2");
        assertThat(memory.failures()).isZero();
    }

    @Test
    void aPermanentRedirectIsRememberedATemporaryOneNot() {
        server.answer("/feed", 301, "", Map.of("Location", "/moved"));
        server.answer("/moved", 308, "", Map.of("Location", "/there"));
        publish("/there", Map.of(), item("1", "Ferry"), item("2", "Bridge"));
        look();
        look();
        assertThat(server.asked())
                .extracting(FeedServer.Asked::path)
                .containsExactly("/feed", "/moved", "/there", "/there");

        server.answer("/there", 302, "", Map.of("Location", "/elsewhere"));
        publish("/elsewhere", Map.of(), item("1", "Ferry"), item("2", "Bridge"));
        look();
        look();

        assertThat(memory.movedTo()).isEqualTo(server.url("/there").toString());
        assertThat(server.asked())
                .extracting(FeedServer.Asked::path)
                .endsWith("/there", "/elsewhere", "/there", "/elsewhere");
    }

    @Test
    void afterThreeFailuresWhereItMovedToItsOwnAddressIsAskedAgain() {
        server.answer("/feed", 301, "", Map.of("Location", "/moved"));
        publish("/moved", Map.of(), item("1", "Ferry"));
        look();
        server.answer("/moved", 404, "", Map.of());
        look();
        look();
        look();

        publish(Map.of(), item("1", "Ferry"), item("2", "Bridge"));

        assertThat(look().outcome()).isEqualTo(Outcome.NEW);
    }

    @Test
    void aFeedThatIsGoneStops() {
        server.answer("/feed", 410, "", Map.of());

        assertThat(look().outcome()).isEqualTo(Outcome.GONE);
        assertThat(memory.gone()).isTrue();
    }

    @Test
    void retryAfterIsUnderstoodInBothForms() {
        server.answer("/feed", 503, "", Map.of("Retry-After", "120"));
        assertThat(look().retryAfter()).isEqualTo(Duration.ofMinutes(2));

        server.answer("/feed", 429, "", Map.of("Retry-After", "Sun, 22 Nov 2026 03:00:00 GMT"));
        FeedVisit.Result result = look();

        assertThat(result.retryAfter()).isEqualTo(Duration.ofHours(2));
        assertThat(memory.failures()).isEqualTo(2);
        assertThat(memory.problem()).startsWith("http-429");
    }

    @Test
    void aRedirectToAnAddressThatIsNotAllowedIsNotFollowed() {
        inside.answer("/secret", 200, "secret", Map.of());
        server.answer("/feed", 302, "", Map.of("Location", inside.url("/secret").toString()));

        assertThat(look().outcome()).isEqualTo(Outcome.FAILED);

        assertThat(memory.problem())
                .startsWith("feed-not-public")
                .contains("127.0.0.2")
                .contains("ingest.feeds-private");
        assertThat(inside.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/feed",
                "http://localhost:%d/feed",
                "http://2130706433:%d/feed",
                "http://0x7f000001:%d/feed",
                "http://127.1:%d/feed",
                "http://[::ffff:127.0.0.1]:%d/feed",
                "http://169.254.169.254/latest/meta-data/"
            })
    void noSpellingOfAPrivateAddressIsAskedOfThePublicInternetsClient(String address) {
        HttpUrl url = HttpUrl.parse(address.formatted(server.url("/").port()));
        if (url == null) {
            return; // not even an address
        }
        try (var guarded = new FeedClient(
                new PublicAddresses(PublicAddresses::isPublic), MAX_BYTES, Duration.ofSeconds(5), CLOCK)) {
            assertThat(guarded.fetch(url, null, null))
                    .isInstanceOfSatisfying(
                            Fetched.Failed.class,
                            failed -> assertThat(failed.code()).isIn("feed-not-public", "feed-unreachable"));
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void redirectsEndAfterAFew() {
        server.answer("/feed", 302, "", Map.of("Location", "/feed"));

        look();

        assertThat(memory.problem()).startsWith("feed-redirects");
        assertThat(server.asked()).hasSize(FeedClient.MAX_REDIRECTS + 1);
    }

    @Test
    void aRedirectToAnotherSchemeIsRefused() {
        server.answer("/feed", 302, "", Map.of("Location", "file:///etc/passwd"));

        look();

        assertThat(memory.problem()).startsWith("feed-redirects");
    }

    @Test
    void aPageInPlaceOfAFeedIsNotPushed() {
        server.answer(
                "/feed",
                200,
                "<!doctype html><html><body>Come back later</body></html>",
                Map.of("Content-Type", "application/rss+xml"));

        assertThat(look().outcome()).isEqualTo(Outcome.FAILED);

        assertThat(memory.problem()).startsWith("unreadable").contains("no feed");
        assertThat(kafka.articles()).isEmpty();
    }

    @Test
    void aBombIsRefusedAtTheLimit() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[20 * MAX_BYTES]);
        }
        server.answer("/feed", bomb.toByteArray(), Map.of("Content-Encoding", "gzip"));

        look();

        assertThat(memory.problem()).startsWith("feed-too-large");
    }

    @Test
    void anEmptyFeedIsNoFailure() {
        publish(Map.of());

        assertThat(look().outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void theFeedsOwnCharsetCountsWhereTheServersIsWrong() {
        byte[] latin = rss(item("1", "Fähre"), item("2", "Brücke"))
                .replace("<rss", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss")
                .getBytes(StandardCharsets.ISO_8859_1);
        server.answer("/feed", latin, Map.of("Content-Type", "text/xml; charset=utf-8"));

        assertThat(look().pushed()).isEqualTo(2);
    }

    @Test
    void anItemThatStandsThereTwiceIsPushedOnce() {
        publish(Map.of(), item("1", "Ferry, corrected"), item("1", "Ferry"), item("2", "Bridge"));

        look();
        look();

        assertThat(kafka.articles()).extracting(RawArticle::uri).containsExactly("2", "1");
        assertThat(new String(kafka.articles().getLast().content(), StandardCharsets.UTF_8))
                .contains("corrected");
    }

    private FeedVisit.Result look() {
        FeedVisit.Result result = visit.look(feed, memory);
        memory = result.memory();
        return result;
    }

    private void publish(Map<String, String> headers, String... items) {
        publish("/feed", headers, items);
    }

    private void publish(String path, Map<String, String> headers, String... items) {
        server.answer(path, 200, rss(items), headers);
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Port</title><link>https://port.example</link>"
                + "<description>d</description>" + String.join("", items) + "</channel></rss>";
    }

    private static String item(String guid, String title) {
        return "<item><guid>%s</guid><title>%s</title><description>It runs.</description></item>"
                .formatted(guid, title);
    }
}
