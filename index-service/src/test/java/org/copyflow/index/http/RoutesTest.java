package org.copyflow.index.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.index.instances.PatientReads;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RoutesTest {

    @Test
    void pagesOfOtherSitesChangeNothing() throws Exception {
        try (var metrics = new Metrics();
                var server = new HttpServer(
                        new HttpServer.Settings("index", "127.0.0.1", 0, 1_024),
                        metrics,
                        EventJson.mapper(),
                        List::of);
                var client = HttpClient.newHttpClient()) {
            server.start(config -> new Routes(config, new PatientReads()).post("/thing", ctx -> ctx.result("done")));
            String own = "http://127.0.0.1:" + server.address().getPort();

            assertThat(post(client, own, "https://evil.example").statusCode()).isEqualTo(403);
            assertThat(post(client, own, "null").body()).contains("cross-site");
            assertThat(post(client, own, own).body()).isEqualTo("done");
            assertThat(post(client, own, null).body()).isEqualTo("done");
        }
    }

    private static HttpResponse<String> post(HttpClient client, String address, @Nullable String origin)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "/thing")).POST(BodyPublishers.ofString("{}"));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
