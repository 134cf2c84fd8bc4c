package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.copyflow.ingest.http.Publishing.Load;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.server.ProblemException;
import org.junit.jupiter.api.Test;

final class OverloadTest {

    private static final String PUSH = "/v1/articles?source=desk";

    @Test
    void refusesMorePushesAtOnceThanItsLimit() {
        try (var api = new IngestApi()) {
            api.publisher.hold();
            var underWay = new ArrayList<CompletableFuture<Answer>>();
            for (int i = 0; i < IngestApi.MAX_PUSHES; i++) {
                underWay.add(CompletableFuture.supplyAsync(() -> api.push(PUSH, "text/plain", "text")));
            }
            await().until(() -> api.publisher.held() == IngestApi.MAX_PUSHES);

            Answer refused = api.push(PUSH, "text/plain", "text");
            api.publisher.letGo();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(underWay)
                    .allSatisfy(push -> assertThat(push.join().status()).isEqualTo(202));
            assertThat(api.push(PUSH, "text/plain", "text").status()).isEqualTo(202);
        }
    }

    @Test
    void givesUpOnABodyThatTrickles() throws Exception {
        try (var api = new IngestApi();
                var socket = new Socket(api.address().getHost(), api.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PUSH + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                            + "Content-Length: 5000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Instant over = Instant.now().plus(IngestApi.SLOW_BODY_PATIENCE).plusMillis(500);
            await().until(() -> {
                out.write('x');
                out.flush();
                return Instant.now().isAfter(over);
            });
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(answer.readLine()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void holdsOnlySoManyBytesAtOnceAndGivesThemBack() {
        var inFlight = new InFlight(10, 1_000);
        var first = inFlight.enter();
        first.take(900);
        try (var second = inFlight.enter()) {
            assertThatThrownBy(() -> second.take(200))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("overloaded"));
            second.take(100);
            assertThat(inFlight.bytes()).isEqualTo(1_000);
        }
        first.close();
        first.close();

        assertThat(inFlight.bytes()).isZero();
        assertThat(inFlight.pushes()).isZero();
    }

    @Test
    void countsWhatABodyIsTakenApartInto() {
        byte[] body = "a feed".getBytes(StandardCharsets.UTF_8);

        var whole = new Load(List.of(item(body)), true);
        var apart = new Load(
                List.of(item(new byte[200]), item(new byte[100]), new BatchItem.Refused(Refusal.NO_ITEMS.because("x"))),
                false);

        assertThat(whole.bytesBeside(body)).isZero();
        assertThat(apart.bytesBeside(body)).isEqualTo(300);
    }

    private static BatchItem item(byte[] content) {
        return new BatchItem.Taken(new RawArticle(
                "id",
                "desk",
                "urn:x",
                "text/plain",
                null,
                null,
                null,
                ArticleStatus.USABLE,
                null,
                Instant.EPOCH,
                content));
    }
}
