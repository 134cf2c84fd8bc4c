package org.copyflow.ingest.publish;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The trace that a push belongs to, as W3C Trace Context writes it in `traceparent`.
///
/// @param value `00-{trace id}-{span id}-{flags}`
public record TraceParent(String value) {

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NO_TRACE = "00-00000000000000000000000000000000-";
    private static final String NO_SPAN = "-0000000000000000-";
    private static final int CHARS = 55;

    /// The caller's trace where it names a valid one, else a new one.
    public static TraceParent of(@Nullable String header) {
        return header != null && isValid(header) ? new TraceParent(header) : create();
    }

    private static boolean isValid(String header) {
        return header.length() == CHARS
                && FORM.matcher(header).matches()
                && !header.startsWith(NO_TRACE)
                && !header.contains(NO_SPAN);
    }

    private static TraceParent create() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return new TraceParent("00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(nonZero(random)) + "-"
                + hex.toHexDigits(nonZero(random)) + "-01");
    }

    private static long nonZero(ThreadLocalRandom random) {
        return random.nextLong(1, Long.MAX_VALUE);
    }
}
