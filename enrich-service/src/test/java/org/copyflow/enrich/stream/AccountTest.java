package org.copyflow.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Each raw record leaves once, and what remains does not depend on the order of arrival.
final class AccountTest {

    private static final String ARTICLES = "copyflow.enrich.articles";
    private static final int VERSIONS = 8;

    private RunningTopology topology = new RunningTopology();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void countsEachRawRecordUnderOneWord() {
        List<Push> pushes = List.of(
                Push.of("one").version(1),
                Push.of("one").version(1),
                Push.of("two").version(2),
                Push.of("one").version(1),
                Push.of("held").uri("item:2").embargo(topology.now().plusSeconds(60)),
                Push.of("unreadable").uri("item:3"),
                Push.of("").version(3).canceled());
        pushes.forEach(topology::push);
        assertThat(topology.outcomes.stream().map(ArticleOutcome::outcome))
                .containsExactly(
                        Outcome.PUBLISHED,
                        Outcome.DUPLICATE,
                        Outcome.PUBLISHED,
                        Outcome.STALE,
                        Outcome.HELD,
                        Outcome.DEAD_LETTERED,
                        Outcome.WITHDRAWN);
        for (Outcome outcome : Outcome.values()) {
            long left = topology.outcomes.stream()
                    .filter(it -> it.outcome() == outcome)
                    .count();
            assertThat(topology.counted(ARTICLES, outcome)).as(outcome.word()).isEqualTo((double) left);
        }
        assertThat(topology.countedAll(ARTICLES)).isEqualTo(pushes.size());
    }

    @Test
    void boundsTheNumberOfSourcesInItsMetrics() {
        for (int i = 0; i < 300; i++) {
            var raw = Push.of("text").raw("event-" + i, topology.now());
            var headers = new RecordHeaders();
            raw.writeTo(headers);
            new EventHeaders(headers).put(EventHeaders.CE_SOURCE, "source-" + i);
            String key = DocumentIds.documentId("source-" + i, raw.uri());
            topology.push(key, raw.content(), headers);
        }
        assertThat(topology.countedAll(ARTICLES)).isEqualTo(300);
        assertThat(topology.seriesOf(ARTICLES)).isEqualTo(201);
    }

    @Test
    void passesTheTraceOnAndSaysWhatTheEventIs() {
        topology.push(Push.of("text"));
        var record = topology.enriched.getFirst();
        var headers = new EventHeaders(record.headers());
        assertThat(headers.get(EventHeaders.TRACEPARENT)).isEqualTo(RunningTopology.TRACE);
        assertThat(headers.get(EventHeaders.CE_TYPE)).isEqualTo("org.copyflow.article.enriched.v1");
        assertThat(headers.get(EventHeaders.CE_SPECVERSION)).isEqualTo("1.0");
        assertThat(headers.get(EventHeaders.CE_SUBJECT)).isEqualTo(record.key());
        assertThat(headers.get(EventHeaders.CE_SOURCE)).isEqualTo(Push.SOURCE);
        assertThat(headers.get(EventHeaders.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @Test
    void writesTheHeadersThatAreDocumented() throws IOException {
        topology.push(Push.of("text"));
        Set<String> written = Stream.of(topology.enriched.getFirst().headers().toArray())
                .map(Header::key)
                .collect(Collectors.toSet());

        try (var yaml = Objects.requireNonNull(EventJson.class.getResourceAsStream("asyncapi.yaml"))) {
            JsonNode documented = new YAMLMapper().readTree(yaml).at("/components/schemas/EnrichedHeaders/properties");
            assertThat(documented.propertyNames()).containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void measuresTheTimeFromThePushToTheArticle() {
        topology.push(Push.of("text"), topology.now().minusMillis(40));
        assertThat(topology.meanLatency()).isEqualTo(Duration.ofMillis(40));
    }

    /// Versions of one document in a random order, some killed, some embargoed, some unreadable, some pushed twice,
    /// across restarts.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsWithTheNewestVersionWhateverTheOrder(long seed) {
        var random = new Random(seed);
        var versions = new ArrayList<Push>();
        for (int version = 1; version <= VERSIONS; version++) {
            versions.add(version(version, random));
        }
        List<Push> readable = versions.stream()
                .filter(it -> !it.content().equals("unreadable"))
                .toList();
        var arrivals = new ArrayList<>(versions);
        arrivals.addAll(versions.subList(0, random.nextInt(VERSIONS)));
        Collections.shuffle(arrivals, random);

        for (Push arrival : arrivals) {
            topology.push(arrival);
            topology.passes(Duration.ofMillis(random.nextInt(2_000)));
            if (random.nextInt(6) == 0) {
                topology = topology.restart(Duration.ofSeconds(random.nextInt(20)));
            }
        }
        topology.passes(Duration.ofMinutes(1));

        String order = arrivals.stream().map(Push::toString).collect(Collectors.joining("\n"));
        assertThat(topology.visible.values())
                .as("seed %d, in this order:\n%s", seed, order)
                .containsExactlyElementsOf(shownOf(readable.getLast()));
    }

    private static List<String> shownOf(Push newest) {
        return newest.status() == ArticleStatus.USABLE
                ? List.of(newest.content().split("\\|", -1))
                : List.of();
    }

    private static Push version(int version, Random random) {
        String text = "version " + version + "|second part".repeat(random.nextInt(3));
        Push push = Push.of(text).version(version);
        return switch (random.nextInt(8)) {
            case 0 -> push.canceled();
            case 1 -> push.withheld();
            case 2 -> push.embargo(RunningTopology.START.plusSeconds(random.nextInt(30)));
            case 3 -> Push.of("unreadable").version(version);
            default -> push;
        };
    }
}
