package org.copyflow.ingest.files;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.copyflow.ingest.push.Refusal;

/// Reads a file's bytes into memory, inflating gzip and zstd, which their first bytes tell; never more than a limit of
/// them, so that a bomb is refused at the limit, not after it.
public final class Inflation {

    private static final int BUFFER_BYTES = 65_536;
    private static final int MAGIC_BYTES = 4;

    /// 8 MiB, the window that any receiver has to have (RFC 9659).
    private static final int MAX_ZSTD_WINDOW_LOG = 23;

    private Inflation() {}

    /// @param in closed by the caller
    /// @throws org.copyflow.kit.server.ProblemException where it inflates to more, or cannot be inflated
    /// @throws IOException where the file itself cannot be read
    public static byte[] read(InputStream in, int maxBytes) throws IOException {
        var ahead = new PushbackInputStream(in, MAGIC_BYTES);
        byte[] head = ahead.readNBytes(MAGIC_BYTES);
        ahead.unread(head);
        try {
            byte[] content = inflating(ahead, head).readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw Refusal.BODY_TOO_LARGE.because("The file holds more than the limit, " + maxBytes
                        + " bytes, inflated. Make it smaller, or ask the operator to raise the limit.");
            }
            return content;
        } catch (ZipException | ZstdIOException | EOFException e) {
            throw Refusal.INVALID_COMPRESSION.because(
                    "The file begins as a compressed one but cannot be inflated to its end: " + e.getMessage()
                            + ". Was it cut? Drop it again.",
                    e);
        }
    }

    private static InputStream inflating(InputStream in, byte[] head) throws IOException {
        if (begins(head, 0x1f, 0x8b)) {
            return new GZIPInputStream(in, BUFFER_BYTES);
        }
        if (begins(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return new ZstdInputStreamNoFinalizer(in).setLongMax(MAX_ZSTD_WINDOW_LOG);
        }
        return in;
    }

    private static boolean begins(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
