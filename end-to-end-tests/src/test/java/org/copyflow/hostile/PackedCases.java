package org.copyflow.hostile;

import static org.copyflow.hostile.HostileCase.bytes;
import static org.copyflow.hostile.HostileCase.filled;
import static org.copyflow.hostile.HostileCase.push;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Bodies that are compressed in bad faith, or larger than they say.
final class PackedCases {

    private static final String TEXT = "text/plain";
    private static final int MEGABYTE = 1_048_576;
    private static final int GIGABYTE = 1_024;

    private PackedCases() {}

    static List<HostileCase> all() {
        return List.of(
                packed("gzip", () -> bomb(GIGABYTE)).gets("gzip", "1 GB from 1 MB", "413 body-too-large"),
                packed("gzip", () -> bomb(GIGABYTE))
                        .at(HostileCase.BATCH)
                        .with("Content-Type", "application/x-ndjson")
                        .gets("gzip", "1 GB from 1 MB, as a batch", "413 body-too-large"),
                packed("gzip", () -> gzip(gzip(bytes("x")))).gets("gzip", "packed twice", "400 invalid-encoding"),
                packed("gzip", () -> Arrays.copyOf(gzip(bytes("The ferry runs.")), 15))
                        .gets("gzip", "cut", "400 invalid-compression"),
                packed("gzip", () -> bytes("The ferry runs."))
                        .gets("gzip", "not packed at all", "400 invalid-compression"),
                packed("gzip", PackedCases::wrongChecksum).gets("gzip", "a wrong checksum", "400 invalid-compression"),
                packed("gzip, gzip", () -> gzip(bytes("x")))
                        .gets("gzip", "named twice", "415 unknown-content-encoding"),
                packed("br", () -> bytes("x"))
                        .gets("encoding", "one that nobody reads", "415 unknown-content-encoding"),
                packed("zstd", () -> zstdBomb(GIGABYTE)).gets("zstd", "1 GB from a few bytes", "413 body-too-large"),
                packed("zstd", () -> Arrays.copyOf(Zstd.compress(bytes("The ferry runs all night.")), 12))
                        .gets("zstd", "cut", "400 invalid-compression"),
                packed("zstd", () -> new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xf8, 1, 0, 0})
                        .gets("zstd", "a window beyond all bounds", "400 invalid-compression"),
                packed("zstd", () -> bytes("x")).gets("zstd", "not packed at all", "400 invalid-compression"),
                push(TEXT, () -> filled(6 * MEGABYTE, 'x'))
                        .gets("size", "6 MB where 5 are allowed", "413 body-too-large"),
                push("application/x-ndjson", () -> filled(40 * MEGABYTE, 'x'))
                        .at(HostileCase.BATCH)
                        .gets("size", "a batch of 40 MB", "413 body-too-large"));
    }

    private static HostileCase.Request packed(String encoding, Supplier<byte[]> body) {
        return push(TEXT, body).with("Content-Encoding", encoding);
    }

    static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// So many megabytes of spaces.
    static byte[] bomb(int megabytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new FastGzip(out)) {
            spaces(gzip, megabytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zstdBomb(int megabytes) {
        var out = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(out)) {
            spaces(zstd, megabytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void spaces(OutputStream out, int megabytes) throws IOException {
        byte[] one = filled(MEGABYTE, ' ');
        for (int i = 0; i < megabytes; i++) {
            out.write(one);
        }
    }

    private static byte[] wrongChecksum() {
        byte[] packed = gzip(bytes("The ferry runs."));
        packed[packed.length - 8] ^= 1;
        return packed;
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
