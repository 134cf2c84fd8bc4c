package org.copyflow.index.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WebhookClientTest {

    private static final int MESSAGES = 100;
    private static final WebhookMessage MESSAGE = new WebhookMessage("m1", "{}".getBytes(StandardCharsets.UTF_8));

    private final WebhookClient client =
            new WebhookClient(SocketFactory.getDefault(), Duration.ofSeconds(20), InstantSource.system());

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ClosingSink.Manner.class,
            names = {"CLOSES_AT_ONCE", "CLOSES_LATE"})
    void deliversWhereTheReceiverClosesConnectionsWithoutSayingSo(ClosingSink.Manner manner) throws IOException {
        try (var sink = new ClosingSink(manner)) {
            for (int i = 0; i < MESSAGES; i++) {
                assertThat(client.post(sink.url(), MESSAGE, List.of())).matches(WebhookClient.Answer::delivered);
            }
            assertThat(sink.taken()).isEqualTo(MESSAGES);
        }
    }

    @Test
    void failsAtOnceWhereAFreshConnectionIsClosedWithoutAnAnswer() throws IOException {
        try (var sink = new ClosingSink(ClosingSink.Manner.NEVER_ANSWERS)) {
            assertThat(client.post(sink.url(), MESSAGE, List.of()).delivered()).isFalse();
            assertThat(sink.connections()).isEqualTo(1);
        }
    }
}
