package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.copyflow.ingest.http.IngestApi.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Bodies that are compressed on their way.
final class CompressedBodyTest {

    private static final String TEXT = "Ferry to run all night";

    private final IngestApi api = new IngestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void inflatesZstd() {
        assertThat(zstd(Zstd.compress(TEXT.getBytes(StandardCharsets.UTF_8))).status())
                .isEqualTo(202);
        assertThat(api.publisher.only().content()).asString().isEqualTo(TEXT);
    }

    @Test
    void inflatesZstdThatIsStreamedInFrames() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(stream(TEXT.getBytes(StandardCharsets.UTF_8), 3));
        out.write(stream(" says the port".getBytes(StandardCharsets.UTF_8), 19));
        assertThat(zstd(out.toByteArray()).status()).isEqualTo(202);
        assertThat(api.publisher.only().content()).asString().isEqualTo(TEXT + " says the port");
    }

    @Test
    void refusesWhatIsNotZstdOrIsCut() {
        byte[] whole = Zstd.compress(TEXT.getBytes(StandardCharsets.UTF_8));

        assertThat(zstd("not zstd at all".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("invalid-compression");
        assertThat(zstd(Arrays.copyOf(whole, whole.length - 3)).code()).isEqualTo("invalid-compression");
        assertThat(zstd(new byte[0]).code()).isIn("invalid-compression", "empty-body");
    }

    @Test
    void refusesAZstdWindowThatTakesTooMuchMemory() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(out, 3)) {
            zstd.setLong(27);
            zstd.write(new byte[50_000]);
        }
        assertThat(zstd(out.toByteArray()).code()).isEqualTo("invalid-compression");
    }

    /// 1 GB of zeros, which this process could not hold.
    @Test
    void refusesAZstdBombAtTheLimit() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(out, 3)) {
            byte[] megabyte = new byte[1_000_000];
            for (int i = 0; i < 1_000; i++) {
                zstd.write(megabyte);
            }
        }
        byte[] bomb = out.toByteArray();
        assertThat(bomb.length).isLessThan(IngestApi.MAX_BODY_BYTES);
        Answer answer = zstd(bomb);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
        assertThat(answer.text("detail")).contains("Inflated");
        assertThat(api.publisher.articles()).isEmpty();
    }

    private Answer zstd(byte[] body) {
        return api.send(api.request("/v1/articles?source=desk&uri=item-1")
                .header("Content-Type", "text/plain")
                .header("Content-Encoding", "zstd")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] stream(byte[] plain, int level) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(out, level)) {
            zstd.write(plain);
        }
        return out.toByteArray();
    }
}
