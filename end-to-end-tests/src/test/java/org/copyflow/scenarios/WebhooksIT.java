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
/// article, and no bad address delays a good one.
final class WebhooksIT {

    private static final int ARTICLES = 500;
    private static final int VERSIONS = 4;
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
                push(client, 1, VERSIONS / 2);
                first.kill();
            }
            try (CopyflowProcess second = CopyflowProcess.up(data, SETTINGS)) {
                PipelineClient client = second.client();
                push(client, VERSIONS / 2 + 1, VERSIONS);

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
                        late(good, 0.5),
                        late(good, 0.99),
                        flaky.received().size());
            }
        }
    }

    /// @return its id
    private static String subscribe(PipelineClient client, WebhookSink sink) {
        JsonNode made = client.posted("/v1/subscriptions", "{\"url\":\"" + sink.url() + "\"}", 201);
        sink.expect(made.path("secret").asString());
        return made.path("id").asString();
    }

    private static void push(PipelineClient client, int from, int to) {
        for (int version = from; version <= to; version++) {
            for (int i = 0; i < ARTICLES; i++) {
                assertThat(client.pushMarkdown(
                                        "desk",
                                        "urn:" + i,
                                        "&version=" + version,
                                        "# Ferry " + i + "\n\nVersion " + version + " sank.")
                                .statusCode())
                        .isEqualTo(202);
            }
        }
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

    /// Of the second half, which no restart delayed.
    private static long late(WebhookSink sink, double share) {
        List<Long> late = sink.received().stream()
                .filter(each -> each.version() > VERSIONS / 2)
                .map(each -> each.late().toMillis())
                .sorted()
                .toList();
        return late.get((int) Math.min(late.size() - 1, Math.floor(late.size() * share)));
    }
}
