package org.copyflow.index.page;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;
import org.copyflow.events.EventJson;
import org.copyflow.kit.metrics.Metrics;
import org.copyflow.kit.server.HttpServer;

/// Pages on a real server.
public final class PageServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final HttpServer server = new HttpServer(
            new HttpServer.Settings("index", "127.0.0.1", 0, 1_024), metrics, EventJson.mapper(), List::of);

    public PageServer(Consumer<RoutesConfig> routes) {
        server.start(routes);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    }

    /// A page, with the escapes that stand for themselves undone.
    public String html(String path) throws IOException, InterruptedException {
        return get(path).body().replace("&#61;", "=");
    }

    @Override
    public void close() {
        client.shutdownNow(); // the server waits for connections
        server.close();
        metrics.close();
    }
}
