package org.copyflow.ingest.http;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.ingest.push.Refusal;

/// How a body is compressed on its way. One encoding, never several in a row: a body that is inflated twice could grow
/// a million times over.
enum ContentEncoding {
    IDENTITY(0) {
        @Override
        InputStream inflating(InputStream wire) {
            return wire;
        }
    },
    GZIP(0) {
        @Override
        InputStream inflating(InputStream wire) throws IOException {
            return new GZIPInputStream(wire);
        }
    },
    ZSTD(1L << ContentEncoding.MAX_ZSTD_WINDOW_LOG) {
        @Override
        InputStream inflating(InputStream wire) throws IOException {
            return new ZstdInputStreamNoFinalizer(wire).setLongMax(MAX_ZSTD_WINDOW_LOG);
        }
    };

    /// 8 MiB, the window that any receiver has to have (RFC 9659).
    private static final int MAX_ZSTD_WINDOW_LOG = 23;

    private final long workingBytes;

    ContentEncoding(long workingBytes) {
        this.workingBytes = workingBytes;
    }

    /// @throws org.copyflow.kit.server.ProblemException where the request names one that is not read, or several
    static ContentEncoding of(HttpServletRequest request) {
        List<String> named = Collections.list(request.getHeaders("Content-Encoding"));
        if (named.isEmpty() || (named.size() == 1 && named.getFirst().isBlank())) {
            return IDENTITY;
        }
        String encoding = String.join(", ", named);
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "zstd" -> ZSTD;
            default ->
                throw Refusal.UNKNOWN_CONTENT_ENCODING.because("The Content-Encoding is "
                        + PushParameters.shown(encoding)
                        + ". One of gzip and zstd is read, never several in a row. Push the body without it.");
        };
    }

    /// As HTTP names it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What inflating takes beside the body itself, at most.
    long workingBytes() {
        return workingBytes;
    }

    /// @throws IOException where the beginning is not of the encoding
    abstract InputStream inflating(InputStream wire) throws IOException;
}
