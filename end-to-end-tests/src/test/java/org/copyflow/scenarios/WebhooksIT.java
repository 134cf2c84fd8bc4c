package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.copyflow.running.WebhookSink;
import org.copyflow.running.WebhookSink.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Webhooks to addresses of every kind, across a kill -9: what can be delivered arrives at least once and in order per
/// article, and no bad address delays a good one. `-Dcopyflow.webhook-articles=500` makes it 2,000 events.
final class WebhooksIT {

    private static final int ARTICLES = Integer.getInteger("copyflow.webhook-articles", 125);
    private static final int VERSIONS = 4;
    private static final int ONE_BY_ONE = 200;
    private static final Duration ARRIVES_WITHIN = Duration.ofMinutes(4);
    private static final String[] SETTINGS = {
        "--set", "index.webhooks-private=true",
        "--set", "index.webhook-patience=2s",
        "--set", "index.webhook-first-retry=20ms"
    };

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void deliversEverythingInOrderAcrossAKill() {
        var random = new Random(20_261_122);
        Path data = folder.resolve("data");
        try (var good = new WebhookSink(() -> 200);
                var flaky = new WebhookSink(() -> random.nextInt(10) < 3 ? 500 : 200);
                var hanging = new WebhookSink(() -> WebhookSink.HANGS);
                var gone = new WebhookSink(() -> 410)) {
            String goneId;
            try (CopyflowProcess first = CopyflowProcess.up(data, SETTINGS)) {
                PipelineClient client = first.client();
                subscribe(client, good);
                subscribe(client, flaky);
                subscribe(client, hanging);
                goneId = subscribe(client, gone);
                pushAll(client, 1, VERSIONS / 2);
                first.kill();
            }
            try (CopyflowProcess second = CopyflowProcess.up(data, SETTINGS)) {
                PipelineClient client = second.client();
                pushAll(client, VERSIONS / 2 + 1, VERSIONS);

                for (WebhookSink sink : List.of(good, flaky)) {
                    await().atMost(ARRIVES_WITHIN)
                            .untilAsserted(() -> assertThat(versions(sink)).hasSize(ARTICLES * VERSIONS));
                    assertThat(disorder(sink.received())).isEmpty();
                    assertThat(sink.received()).allMatch(Received::signed);
                }
                await().untilAsserted(() -> assertThat(state(client, goneId)).isEqualTo("ended"));
                System.out.printf(
                        "good: %d deliveries of %d events, late p50 %d ms, p99 %d ms; flaky: %d deliveries%n",
                        good.received().size(),
                        ARTICLES * VERSIONS,
                        lateAfter(good, VERSIONS / 2, 0.5),
                        lateAfter(good, VERSIONS / 2, 0.99),
                        flaky.received().size());
            }
        }
    }

    @Test
    void delaysNoGoodAddressForBadOnes() {
        var random = new Random(20_261_122);
        try (var good = new WebhookSink(() -> 200);
                var flaky = new WebhookSink(() -> random.nextInt(10) < 3 ? 500 : 200);
                var hanging = new WebhookSink(() -> WebhookSink.HANGS);
                var gone = new WebhookSink(() -> 410);
                CopyflowProcess copyflow = CopyflowProcess.up(folder.resolve("data"), SETTINGS)) {
            PipelineClient client = copyflow.client();
            subscribe(client, good);
            pushOneByOne(client, good, 1); // what is cold is slower
            pushOneByOne(client, good, 2);
            List.of(flaky, hanging, gone).forEach(bad -> subscribe(client, bad));
            pushOneByOne(client, good, 3);

            System.out.printf(
                    "good alone: late p50 %d ms, p99 %d ms; beside bad ones: p50 %d ms, p99 %d ms%n",
                    late(good, 2, 0.5), late(good, 2, 0.99), late(good, 3, 0.5), late(good, 3, 0.99));
            assertThat(late(good, 3, 0.5)).isLessThan(2 * late(good, 2, 0.5) + 50);
            assertThat(late(good, 3, 0.99)).isLessThan(2 * late(good, 2, 0.99) + 200);
        }
    }

    /// A version of each of some articles, one when the other has arrived.
    private static void pushOneByOne(PipelineClient client, WebhookSink sink, int version) {
        for (int i = 0; i < ONE_BY_ONE; i++) {
            int before = sink.received().size();
            push(client, i, version);
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> sink.received().size() > before);
        }
    }

    /// @return its id
    private static String subscribe(PipelineClient client, WebhookSink sink) {
        JsonNode made = client.posted("/v1/subscriptions", "{\"url\":\"" + sink.url() + "\"}", 201);
        sink.expect(made.path("secret").asString());
        return made.path("id").asString();
    }

    private static void pushAll(PipelineClient client, int from, int to) {
        for (int version = from; version <= to; version++) {
            for (int i = 0; i < ARTICLES; i++) {
                push(client, i, version);
            }
        }
    }

    private static void push(PipelineClient client, int article, int version) {
        assertThat(client.pushMarkdown(
                                "desk",
                                "urn:" + article,
                                "&version=" + version,
                                "# Ferry " + article + "\n\nVersion " + version + " sank.")
                        .statusCode())
                .isEqualTo(202);
    }

    private static Set<String> versions(WebhookSink sink) {
        return sink.received().stream()
                .map(each -> each.articleId() + " " + each.version())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Articles of which a version came for the first time after a later one.
    private static List<String> disorder(List<Received> received) {
        Map<String, Long> newest = new HashMap<>();
        var seen = new HashSet<String>();
        return received.stream()
                .filter(each -> seen.add(each.id())
                        && each.version() < newest.merge(each.articleId(), each.version(), Math::max))
                .map(each -> each.articleId() + " " + each.version())
                .toList();
    }

    private static String state(PipelineClient client, String id) {
        return PipelineClient.json(client.get(client.readAddress() + "/v1/subscriptions/" + id)
                        .body())
                .path("state")
                .asString();
    }

    /// Of the versions after one, which no restart delayed.
    private static long lateAfter(WebhookSink sink, int version, double share) {
        return late(sink, each -> each.version() > version, share);
    }

    private static long late(WebhookSink sink, int version, double share) {
        return late(sink, each -> each.version() == version, share);
    }

    private static long late(WebhookSink sink, Predicate<Received> which, double share) {
        List<Long> late = sink.received().stream()
                .filter(which)
                .map(each -> each.late().toMillis())
                .sorted()
                .toList();
        return late.get((int) Math.min(late.size() - 1, Math.floor(late.size() * share)));
    }
}
