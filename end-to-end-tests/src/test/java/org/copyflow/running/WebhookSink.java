package org.copyflow.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/// An address to which webhooks deliver, and what came there.
public final class WebhookSink implements AutoCloseable {

    /// Never answers.
    public static final int HANGS = 0;

    private final HttpServer server;
    private final IntSupplier statuses;
    private final List<Received> received = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String secret = "";

    /// A message that was taken.
    ///
    /// @param late how long after the article was pushed
    public record Received(String id, JsonNode message, Duration late, boolean signed) {
        public String articleId() {
            return message.at("/data/article/id").asString();
        }

        public long version() {
            return message.at("/data/article/version").asLong();
        }
    }

    /// @param statuses what the next request is answered with
    public WebhookSink(IntSupplier statuses) {
        this.statuses = statuses;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /// What messages must be signed with.
    public void expect(String webhookSecret) {
        secret = webhookSecret;
    }

    /// In the order in which they came.
    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = statuses.getAsInt();
        if (status == HANGS) {
            hang();
        }
        if (status == 200) {
            note(exchange, body);
        }
        exchange.sendResponseHeaders(status == HANGS ? 500 : status, -1);
        exchange.close();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(HttpExchange exchange, byte[] body) {
        JsonNode message = PipelineClient.json(new String(body, StandardCharsets.UTF_8));
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        String at = message.at("/data/article/receivedAt").asString("");
        Duration late = at.isEmpty() ? Duration.ZERO : Duration.between(Instant.parse(at), Instant.now());
        var taken = new Received(id, message, late, isSigned(exchange, id, body));
        synchronized (received) {
            received.add(taken);
        }
    }

    private boolean isSigned(HttpExchange exchange, String id, byte[] body) {
        String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return List.of(signatures.split(" ", -1)).contains(expected);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
