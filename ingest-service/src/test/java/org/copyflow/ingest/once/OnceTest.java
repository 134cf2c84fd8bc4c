package org.copyflow.ingest.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.copyflow.kit.server.ProblemException;
import org.junit.jupiter.api.Test;

/// A key is carried out once, whichever instances it reaches.
final class OnceTest {

    private static final KeptAnswer ANSWER = new KeptAnswer(202, "{\"id\":\"d1\"}", "/v1/receipts/3-0");

    private final KeysInMemory log = new KeysInMemory();
    private final Once once = log.once();

    @Test
    void answersTheSameOnEveryInstanceAndAfterARestart() {
        Once other = log.once();
        once.answered(mine(once.begin(key("k", "body"))), ANSWER);

        assertThat(once.begin(key("k", "body"))).isEqualTo(new Turn.Replayed(ANSWER));
        assertThat(other.begin(key("k", "body"))).isEqualTo(new Turn.Replayed(ANSWER));
        assertThat(log.once().begin(key("k", "body"))).isEqualTo(new Turn.Replayed(ANSWER));
    }

    @Test
    void refusesTheKeyForAnotherPush() {
        Turn.Mine first = mine(once.begin(key("k", "body")));
        refuses(once, key("k", "another"), "idempotency-key-reused");
        once.answered(first, ANSWER);
        refuses(log.once(), key("k", "another"), "idempotency-key-reused");

        assertThat(once.begin(IdempotencyKey.of("other", "k", List.of(), bytes("another"))))
                .as("keys of sources are apart")
                .isInstanceOf(Turn.Mine.class);
    }

    @Test
    void refusesASecondPushWhileTheFirstIsUnderWay() {
        Turn.Mine first = mine(once.begin(key("k", "body")));
        refuses(once, key("k", "body"), "idempotency-key-under-way");
        refuses(log.once(), key("k", "body"), "idempotency-key-under-way");

        once.released(first);
        assertThat(once.begin(key("k", "body"))).isInstanceOf(Turn.Mine.class);
    }

    @Test
    void takesOverFromAnInstanceThatDied() {
        Turn.Mine dead = mine(once.begin(key("k", "body")));
        log.pass(Duration.ofSeconds(61));
        Once other = log.once();
        Turn.Mine second = mine(other.begin(key("k", "body")));
        other.answered(second, ANSWER);
        once.answered(dead, new KeptAnswer(202, "{\"id\":\"late\"}", null));

        assertThat(once.begin(key("k", "body"))).isEqualTo(new Turn.Replayed(ANSWER));
    }

    @Test
    void forgetsAKeyAfterADay() {
        once.answered(mine(once.begin(key("k", "body"))), ANSWER);
        log.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(once.begin(key("k", "body"))).isInstanceOf(Turn.Replayed.class);

        log.pass(Duration.ofSeconds(2));
        assertThat(once.begin(key("k", "other"))).isInstanceOf(Turn.Mine.class);
    }

    @Test
    void forgetsTheOldestWhereMemoryIsFull() {
        for (int i = 0; i < 50; i++) {
            once.answered(mine(once.begin(key("k" + i, "body"))), ANSWER);
        }
        assertThat(once.begin(key("k49", "body"))).isInstanceOf(Turn.Replayed.class);
        assertThat(once.begin(key("k0", "body"))).isInstanceOf(Turn.Mine.class);
    }

    @Test
    void saysWhenTheKeyCannotBeClaimed() {
        log.goDown();
        refuses(once, key("k", "body"), "kafka-unavailable");
    }

    @Test
    void letsOneOfManyInstancesCarryItOut() {
        List<Once> instances = IntStream.range(0, 4).mapToObj(_ -> log.once()).toList();
        for (int round = 0; round < 10; round++) {
            IdempotencyKey key = key("round " + round, "body");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                long mine = IntStream.range(0, 40)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> isMine(instances.get(i % instances.size()), key), threads))
                        .toList()
                        .stream()
                        .filter(CompletableFuture::join)
                        .count();
                assertThat(mine).as("round %d", round).isEqualTo(1);
            }
        }
    }

    @Test
    void readsTheKeyWithAndWithoutQuotes() {
        assertThat(IdempotencyKey.parse("\"8e03978e\"")).isEqualTo("8e03978e");
        assertThat(IdempotencyKey.parse(" 8e03978e ")).isEqualTo("8e03978e");
        assertThat(IdempotencyKey.parse(null)).isNull();
        for (String bad : List.of("", "\"\"", "x".repeat(256), "a\"b", "schlüssel")) {
            assertThatThrownBy(() -> IdempotencyKey.parse(bad)).isInstanceOf(ProblemException.class);
        }
    }

    private static boolean isMine(Once instance, IdempotencyKey key) {
        try {
            return instance.begin(key) instanceof Turn.Mine;
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo("idempotency-key-under-way");
            return false;
        }
    }

    private static void refuses(Once instance, IdempotencyKey key, String code) {
        assertThatThrownBy(() -> instance.begin(key))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private static Turn.Mine mine(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Mine.class);
        return (Turn.Mine) turn;
    }

    private static IdempotencyKey key(String key, String body) {
        return IdempotencyKey.of("desk", key, List.of("POST", "/v1/articles"), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
