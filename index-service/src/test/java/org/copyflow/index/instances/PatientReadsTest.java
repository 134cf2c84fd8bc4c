package org.copyflow.index.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Handler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.copyflow.events.EventJson;
import org.copyflow.index.instances.PatientReads.Reserve;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;
import org.junit.jupiter.api.Test;

final class PatientReadsTest {

    private static final String STALE = "Copyflow-Stale";

    private final PatientReads reads = new PatientReads();

    @Test
    void saysThatAnAnswerCameFromAStandby() throws Exception {
        assertThat(stale(answer(ctx -> {
                    reads.note(Reserve.STANDBY);
                    ctx.result("here");
                })))
                .hasValue("standby");
        assertThat(stale(answer(ctx -> ctx.result("here")))).isEmpty();
    }

    @Test
    void saysSoOfARefusalToo() throws Exception {
        HttpResponse<String> refused = answer(_ -> {
            reads.note(Reserve.STANDBY);
            reads.note(Reserve.NAMES);
            throw new ProblemException(Problem.of(404, "article-not-found", "No such article", "None."));
        });
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(stale(refused)).hasValue("standby, names");
    }

    @Test
    void saysSoWhereItIsNotReadAgain() throws Exception {
        HttpResponse<String> page = got(ctx -> {
            reads.note(Reserve.NAMES);
            ctx.result("a page");
        });
        assertThat(stale(page)).hasValue("names");
    }

    @Test
    void whatIsKeptTellsEachAnswerWhatItHasToSay() {
        PatientReads.Kept<String> kept = reads.keep(() -> {
            reads.note(Reserve.STANDBY);
            return "kept";
        });
        PatientReads.Kept<String> another = reads.keep(() -> reads.tell(kept));

        assertThat(another.value()).isEqualTo("kept");
        assertThat(another.reserves()).containsExactly(Reserve.STANDBY);
        assertThat(reads.keep(() -> "new").reserves()).isEmpty();
    }

    @Test
    void readsAgainWhatIsAwayForAMoment() throws Exception {
        var reads = new AtomicInteger();
        HttpResponse<String> answer = answer(ctx -> {
            if (reads.incrementAndGet() < 3) {
                throw new StoresUnavailableException("it moves", null);
            }
            ctx.result("there");
        });
        assertThat(answer.body()).isEqualTo("there");
        assertThat(reads).hasValue(3);
    }

    private static Optional<String> stale(HttpResponse<String> answer) {
        return answer.headers().firstValue(STALE);
    }

    private HttpResponse<String> answer(Handler handler) throws Exception {
        return got(ctx -> reads.answer(ctx, handler));
    }

    private HttpResponse<String> got(Handler handler) throws Exception {
        try (var metrics = new Metrics();
                var server = new HttpServer(
                        new HttpServer.Settings("index", "127.0.0.1", 0, 0), metrics, EventJson.mapper(), List::of);
                var client = HttpClient.newHttpClient()) {
            server.start(routes -> {
                reads.addTo(routes);
                routes.get("/thing", handler);
            });
            var request = HttpRequest.newBuilder(URI.create(server.address() + "/thing"));
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
