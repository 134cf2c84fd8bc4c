package org.copyflow.ingest.http;

import com.github.luben.zstd.ZstdIOException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.copyflow.ingest.push.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a request's body into memory, never more than the limit of it, inflating gzip and zstd. The limit holds for
/// what comes over the wire and for what it inflates to.
final class RequestBody {

    private static final int FIRST_BUFFER_BYTES = 16_384;
    /// A client that trickles would hold a push's room for ever.
    private static final long MIN_BYTES_PER_SECOND = 1_024;

    private static final long MAX_DISCARDED_BYTES = 134_217_728;
    private static final Duration MAX_DISCARDING = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

    private final HttpServletRequest request;
    private final int maxBytes;
    private final Duration patience;
    private final InFlight.Room room;

    /// @param patience how long the body may come too slowly, in all
    RequestBody(HttpServletRequest request, int maxBytes, Duration patience, InFlight.Room room) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.patience = patience;
        this.room = room;
    }

    /// @throws org.copyflow.kit.server.ProblemException where the body is too large, is compressed in a way that is not
    ///     read, cannot be inflated or ends early
    byte[] read() {
        ContentEncoding encoding = ContentEncoding.of(request);
        boolean inflates = encoding != ContentEncoding.IDENTITY;
        long announced = request.getContentLengthLong();
        if (announced > maxBytes) {
            throw tooLarge("The Content-Length is " + announced + ", more");
        }
        room.take(encoding.workingBytes());
        int firstBytes = inflates || announced < 0 ? FIRST_BUFFER_BYTES : Math.toIntExact(announced) + 1;
        try (InputStream wire = new Wire(request.getInputStream());
                InputStream body = encoding.inflating(wire)) {
            return readAll(body, firstBytes, inflates);
        } catch (ZipException | ZstdIOException e) {
            throw Refusal.INVALID_COMPRESSION.because(
                    "The Content-Encoding says " + encoding.word() + ", but the body is not, or is cut: "
                            + e.getMessage() + ".",
                    e);
        } catch (EOFException e) {
            throw Refusal.INVALID_COMPRESSION.because("The " + encoding.word() + " body ends early. Was it cut?", e);
        } catch (IOException e) {
            throw Refusal.INTERRUPTED_BODY.because("The body could not be read to its end. Push it again.", e);
        }
    }

    /// Reads some of what is left of a refused body to no purpose: many clients read no answer before they have sent
    /// all of it, and would only see their connection break. One that waits to be asked for its body is not asked.
    static void discardSome(HttpServletRequest request) {
        if (request.getHeader("Expect") != null) {
            return;
        }
        Instant deadline = Instant.now().plus(MAX_DISCARDING);
        byte[] nowhere = new byte[FIRST_BUFFER_BYTES];
        try {
            InputStream in = request.getInputStream();
            long discarded = 0;
            int read = 0;
            while (read >= 0 && discarded < MAX_DISCARDED_BYTES && Instant.now().isBefore(deadline)) {
                read = in.read(nowhere);
                discarded += read;
            }
        } catch (IOException e) {
            LOG.debug("the client stopped sending a body that is refused: {}", e.getMessage());
        }
    }

    private byte[] readAll(InputStream in, int firstBufferBytes, boolean inflated) throws IOException {
        room.take(firstBufferBytes);
        byte[] buffer = new byte[firstBufferBytes];
        int length = 0;
        while (true) {
            int read = in.readNBytes(buffer, length, buffer.length - length);
            length += read;
            if (length > maxBytes) {
                throw tooLarge(inflated ? "Inflated, the body is more" : "The body is more");
            }
            if (length < buffer.length) {
                return Arrays.copyOf(buffer, length);
            }
            int more = Math.min(buffer.length, maxBytes + 1 - buffer.length);
            room.take(more);
            buffer = Arrays.copyOf(buffer, buffer.length + more);
        }
    }

    private RuntimeException tooLarge(String what) {
        return Refusal.BODY_TOO_LARGE.because(what + " than the limit, " + maxBytes
                + " bytes. Push less at once, or ask the operator to raise" + " the limit.");
    }

    /// The bytes as they come over the wire: no more than the limit, so that a body which inflates to nothing ends too.
    private final class Wire extends InputStream {
        private final InputStream in;
        private final long startNanos = System.nanoTime();
        private long passed;

        Wire(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int read = readFromClient(bytes, offset, length);
            passed += Math.max(0, read);
            if (passed > maxBytes) {
                throw tooLarge("The body is more");
            }
            requireSpeed();
            return read;
        }

        private void requireSpeed() {
            Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
            Duration allowed = patience.plusSeconds(passed / MIN_BYTES_PER_SECOND);
            if (took.compareTo(allowed) > 0) {
                throw Refusal.SLOW_BODY.because("Of the body " + passed + " bytes came in " + took.toSeconds()
                        + " seconds. It must come at " + MIN_BYTES_PER_SECOND
                        + " bytes a second at least, give or take "
                        + patience.toMillis() + " ms in all. Push it again over a better connection.");
            }
        }

        private int readFromClient(byte[] bytes, int offset, int length) {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                throw Refusal.INTERRUPTED_BODY.because("The body could not be read to its end. Push it again.", e);
            }
        }
    }
}
