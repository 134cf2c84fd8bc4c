package org.copyflow.index.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Handler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.copyflow.events.EventJson;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;
import org.junit.jupiter.api.Test;

final class PatientReadsTest {

    private static final String STALE = "Copyflow-Stale";

    @Test
    void saysThatAnAnswerCameFromAStandby() throws Exception {
        assertThat(answer(true, ctx -> ctx.result("here")).headers().firstValue(STALE))
                .hasValue("standby");
        assertThat(answer(false, ctx -> ctx.result("here")).headers().firstValue(STALE))
                .isEmpty();
    }

    @Test
    void saysSoOfARefusalToo() throws Exception {
        HttpResponse<String> refused = answer(true, _ -> {
            throw new ProblemException(Problem.of(404, "article-not-found", "No such article", "None."));
        });
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.headers().firstValue(STALE)).hasValue("standby");
    }

    @Test
    void readsAgainWhatIsAwayForAMoment() throws Exception {
        var reads = new AtomicInteger();
        HttpResponse<String> answer = answer(false, ctx -> {
            if (reads.incrementAndGet() < 3) {
                throw new StoresUnavailableException("it moves", null);
            }
            ctx.result("there");
        });
        assertThat(answer.body()).isEqualTo("there");
        assertThat(reads).hasValue(3);
    }

    private static HttpResponse<String> answer(boolean stale, Handler handler) throws Exception {
        var reads = new PatientReads(() -> {}, () -> stale);
        try (var metrics = new Metrics();
                var server = new HttpServer(
                        new HttpServer.Settings("index", "127.0.0.1", 0, 0), metrics, EventJson.mapper(), List::of);
                var client = HttpClient.newHttpClient()) {
            server.start(routes -> routes.get("/thing", ctx -> reads.answer(ctx, handler)));
            var request = HttpRequest.newBuilder(URI.create(server.address() + "/thing"));
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
