package org.copyflow.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copyflow.running.PipelineClient;
import org.copyflow.running.WebhookSink;
import org.copyflow.running.WebhookSink.Received;
import tools.jackson.databind.JsonNode;

/// Webhooks of what comes late, made on one instance or the other, each with an address of its own.
final class Hooks implements AutoCloseable {

    private static final int MOST = 24;
    private static final Pattern RUNNING =
            Pattern.compile("^copyflow_index_webhooks(?:\\{[^}]*})? ([0-9.]+)$", Pattern.MULTILINE);

    private final List<Hook> hooks = new ArrayList<>();

    record Hook(String id, WebhookSink sink) {

        Set<String> articles() {
            return sink.received().stream().map(Received::articleId).collect(Collectors.toSet());
        }
    }

    Hook make(PipelineClient client) {
        var sink = new WebhookSink(() -> 200);
        JsonNode made = client.posted(
                "/v1/subscriptions",
                "{\"url\":\"%s\",\"filter\":{\"source\":\"%s\"}}".formatted(sink.url(), Newsroom.LATE),
                201);
        sink.expect(made.path("secret").asString());
        var hook = new Hook(made.path("id").asString(), sink);
        hooks.add(hook);
        return hook;
    }

    /// Makes some by turns on each, until each delivers one: an id does not say who will.
    List<Hook> makeSomeOfEach(PipelineClient one, PipelineClient other) {
        var made = new ArrayList<Hook>();
        while (made.isEmpty() || running(one) == 0 || running(other) == 0) {
            assertThat(made.size())
                    .as("webhooks of which one instance delivers none")
                    .isLessThan(MOST);
            made.add(make(made.size() % 2 == 0 ? one : other));
            await().atMost(SOON).until(() -> running(one) + running(other) == hooks.size());
        }
        return made;
    }

    /// Whether each article came, with a signature that is right.
    static boolean delivered(Hook hook, List<String> articles) {
        assertThat(hook.sink().received()).allMatch(Received::signed);
        return hook.articles().containsAll(articles);
    }

    private static long running(PipelineClient client) {
        Matcher found =
                RUNNING.matcher(client.get(client.readAddress() + "/metrics").body());
        return found.find() ? (long) Double.parseDouble(found.group(1)) : 0;
    }

    @Override
    public void close() {
        hooks.forEach(hook -> hook.sink().close());
    }
}
