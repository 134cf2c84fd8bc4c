package org.copyflow.ingest.access;

import java.time.InstantSource;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.access.WatchedFile;
import org.jspecify.annotations.Nullable;

/// Says who pushes, before anything of the push is read. Thread-safe.
public interface Gate {

    /// What a request presents.
    ///
    /// @param authorization the header of that name
    /// @param source the source that it names, unchecked
    /// @param origin the web page that a browser sends it for
    record Presented(
            @Nullable String authorization,
            @Nullable String source,
            @Nullable String origin) {}

    /// @throws org.copyflow.kit.server.ProblemException where it may not push, or not as the source that it names
    Pass admit(Presented presented);

    /// Whoever reaches the port may push as any source, except web pages that somebody on this machine looks at: a
    /// browser would let any of them push.
    static Gate open() {
        return presented -> {
            if (presented.origin() != null) {
                throw Refusal.CROSS_SITE.because("A browser sent this for a web page of another site (Origin). Pushes"
                        + " without a key are not taken from browsers; configure sources with keys.");
            }
            return Pass.ofAnyone(presented.source() == null ? "" : presented.source());
        };
    }

    /// Only the sources of a file may push, with a key or a signature.
    ///
    /// @param clock says whether a signature is of now
    static Gate of(WatchedFile<Sources> sources, InstantSource clock) {
        return new SourcesGate(sources, new Signatures(clock));
    }
}
