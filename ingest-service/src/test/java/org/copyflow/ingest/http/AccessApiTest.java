package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import org.copyflow.ingest.access.Gate;
import org.copyflow.ingest.access.Sources;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.access.WatchedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may push, over HTTP.
final class AccessApiTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String DESK = ApiKeys.create();
    private static final String WIRE = ApiKeys.create();
    private static final String BUSY = ApiKeys.create();

    private final WatchedFile<Sources> sources;
    private final IngestApi api;

    AccessApiTest(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sources.json");
        Files.writeString(
                file, """
                {"sources": {
                  "desk": {"keys": ["%s"]},
                  "wire": {"keys": ["%s"], "signingSecrets": ["%s"]},
                  "hook": {"signingSecrets": ["%s"]},
                  "busy": {"keys": ["%s"], "itemsPerMinute": 2, "bytesPerMinute": 100000}}}""".formatted(ApiKeys.hash(DESK), ApiKeys.hash(WIRE), SECRET, SECRET, ApiKeys.hash(BUSY)));
        sources = Sources.watched(file);
        sources.start();
        api = new IngestApi(Gate.of(sources, InstantSource.fixed(IngestApi.NOW)));
    }

    @AfterEach
    void stop() {
        api.close();
        sources.close();
    }

    @Test
    void takesAPushWithAKeyAsItsOwnSource() {
        assertThat(send(push("/v1/articles"), DESK).status()).isEqualTo(202);
        assertThat(api.publisher.only().source()).isEqualTo("desk");
        assertThat(send(push("/v1/articles?source=desk"), DESK).status()).isEqualTo(202);
    }

    @Test
    void refusesAPushAsAnotherSource() {
        for (String path : new String[] {"/v1/articles?source=wire", "/v1/articles:batch?source=wire"}) {
            Answer answer = send(push(path), DESK);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("wrong-source");
        }
        assertThat(send(request("/v1/articles/wire/item-1").DELETE(), DESK).code())
                .isEqualTo("wrong-source");
        assertThat(send(push("/v1/articles").header("Copyflow-Source", "wire"), DESK)
                        .code())
                .isEqualTo("wrong-source");
        assertThat(api.publisher.articles()).isEmpty();
    }

    @Test
    void asksForAKey() {
        Answer none = api.send(push("/v1/articles?source=desk"));
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.code()).isEqualTo("missing-key");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"copyflow\"");

        Answer wrong = send(push("/v1/articles?source=desk"), ApiKeys.create());
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("unknown-key");
        assertThat(api.send(push("/v1/articles").header("Authorization", "Basic " + DESK))
                        .code())
                .isEqualTo("unknown-key");
        assertThat(api.publisher.articles()).isEmpty();
    }

    @Test
    void refusesAnUnsignedPushOfASourceThatSigns() throws Exception {
        assertThat(send(push("/v1/articles"), WIRE).code()).isEqualTo("bad-signature");
        assertThat(send(signed(push("/v1/articles"), "another body"), WIRE).code())
                .isEqualTo("bad-signature");
        assertThat(send(signed(push("/v1/articles"), "text"), WIRE).status()).isEqualTo(202);
        assertThat(api.send(signed(push("/v1/articles?source=wire"), "text")).code())
                .as("it has a key too")
                .isEqualTo("missing-key");
    }

    @Test
    void takesASignatureInPlaceOfAKeyOfASourceThatHasNone() throws Exception {
        assertThat(api.send(push("/v1/articles?source=hook")).code()).isEqualTo("bad-signature");
        assertThat(api.send(signed(push("/v1/articles?source=hook"), "text")).status())
                .isEqualTo(202);
        String target = "DELETE /v1/articles/hook/item%2F1?version=3";
        assertThat(api.send(signed(
                                request("/v1/articles/hook/item%2F1?version=3").DELETE(), target))
                        .status())
                .isEqualTo(202);
        assertThat(api.send(signed(
                                request("/v1/articles/hook/item%2F2?version=3").DELETE(), target))
                        .code())
                .isEqualTo("bad-signature");
    }

    @Test
    void takesAMessageThatIsSentAgainOnceAndNotForAnotherPush() throws Exception {
        Answer first = api.send(signed(push("/v1/articles?source=hook"), "text", "msg_1"));
        Answer again = api.send(signed(push("/v1/articles?source=hook"), "text", "msg_1"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
        assertThat(api.publisher.articles()).hasSize(1);
        assertThat(api.send(signed(push("/v1/articles?source=hook&status=canceled"), "text", "msg_1"))
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void aCaughtSignatureIsOfNoUseForAnotherPush() throws Exception {
        api.send(signed(push("/v1/articles?source=hook"), "text", "msg_1"));

        assertThat(api.send(signed(push("/v1/articles?source=hook&uri=other"), "text", "msg_1")
                                .header("Idempotency-Key", "fresh"))
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(api.send(signed(
                                request("/v1/articles/hook/victim").method("DELETE", BodyPublishers.ofString("text")),
                                "text",
                                "msg_2"))
                        .code())
                .isEqualTo("bad-parameter");
        assertThat(api.publisher.articles()).hasSize(1);
    }

    @Test
    void checksTheSignatureOfABodyAsItIsBeforeItIsCompressed() throws Exception {
        byte[] gb = "渡轮通宵".getBytes(Charset.forName("GB18030"));
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(
                java.util.Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
        mac.update(("id." + IngestApi.NOW.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        String signature = "v1," + java.util.Base64.getEncoder().encodeToString(mac.doFinal(gb));
        Answer answer = api.send(request("/v1/articles?source=hook")
                .header("Content-Type", "text/plain; charset=GB18030")
                .header("Content-Encoding", "gzip")
                .header("webhook-id", "id")
                .header("webhook-timestamp", "" + IngestApi.NOW.getEpochSecond())
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofByteArray(IngestApi.gzip(gb))));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    }

    @Test
    void holdsASourceToItsQuota() {
        Answer first = send(push("/v1/articles"), BUSY);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("RateLimit-Policy"))
                .isEqualTo("\"items\";q=2;w=60, \"bytes\";q=100000;w=60;qu=\"content-bytes\"");
        assertThat(first.header("RateLimit")).startsWith("\"items\";r=1;t=30, \"bytes\";r=");
        assertThat(send(push("/v1/articles"), BUSY).status()).isEqualTo(202);

        Answer third = send(push("/v1/articles"), BUSY);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("quota-exceeded");
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 30);
        assertThat(third.header("RateLimit")).startsWith("\"items\";r=0;t=60");
        assertThat(api.publisher.articles()).hasSize(2);
        assertThat(send(push("/v1/articles"), DESK).header("RateLimit")).isEmpty();
    }

    @Test
    void countsTheBytesOfARefusedPush() {
        byte[] body = new byte[50_000];
        Arrays.fill(body, (byte) 'a');
        body[body.length - 1] = (byte) 0xff;

        Answer refused = send(
                api.request("/v1/articles").header("Content-Type", "text/plain").POST(BodyPublishers.ofByteArray(body)),
                BUSY);

        assertThat(refused.code()).isEqualTo("invalid-encoding");
        assertThat(refused.header("RateLimit")).matches("\"items\";r=2;.* \"bytes\";r=5\\d{4};.*");
    }

    @Test
    void takesNoPushFromAWebPageWithoutAKey() {
        try (var open = new IngestApi()) {
            Answer answer = open.send(open.request("/v1/articles?source=desk")
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("text")));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("cross-site");
        }
    }

    private HttpRequest.Builder request(String path) {
        return api.request(path);
    }

    private HttpRequest.Builder push(String path) {
        return request(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("text"));
    }

    private Answer send(HttpRequest.Builder request, String key) {
        return api.send(request.header("Authorization", "Bearer " + key));
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, String payload) throws Exception {
        return signed(request, payload, "msg_of_" + payload);
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, String payload, String id) throws Exception {
        long now = IngestApi.NOW.getEpochSecond();
        return request.header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Webhook(SECRET).sign(id, now, payload));
    }
}
