package org.copyflow.ingest.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.copyflow.ingest.push.Refusal;
import org.jspecify.annotations.Nullable;

/// Admits the sources of a file: by key, or by signature those that have no keys. Thread-safe.
final class SourcesGate implements Gate {

    private static final String SCHEME = "Bearer ";

    private final Supplier<Sources> sources;
    private final Signatures signatures;
    private final Map<String, Quota> quotas = new ConcurrentHashMap<>();

    SourcesGate(Supplier<Sources> sources, Signatures signatures) {
        this.sources = sources;
        this.signatures = signatures;
    }

    @Override
    public Pass admit(Presented presented) {
        String authorization = presented.authorization();
        Source source = authorization == null ? bySignature(presented.source()) : byKey(authorization);
        if (presented.source() != null && !presented.source().equals(source.name())) {
            throw Refusal.WRONG_SOURCE.because("The key is that of the source '" + source.name()
                    + "', and the push names another. Leave the source out, or use that source's key.");
        }
        return Pass.of(source, quotas.computeIfAbsent(counted(source), _ -> new Quota(source)), signatures);
    }

    private Source byKey(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        Source owner = bearer
                ? sources.get().ownerOf(authorization.substring(SCHEME.length()).strip())
                : null;
        if (owner == null) {
            throw Refusal.UNKNOWN_KEY.because("The Authorization header holds no key that is known here. It looks"
                    + " like 'Bearer cfk_…'. Was the key replaced? Ask the operator.");
        }
        return owner;
    }

    /// A source without keys proves who it is by its signature alone, once the body is there.
    private Source bySignature(@Nullable String named) {
        Source source = named == null ? null : sources.get().find(named);
        if (source == null || !source.keyHashes().isEmpty()) {
            throw Refusal.MISSING_KEY.because(
                    "Pushing here takes a key: send the header 'Authorization: Bearer cfk_…'.");
        }
        return source;
    }

    /// A file that is read again leaves what was counted, unless the limit is another.
    private static String counted(Source source) {
        return source.name() + " " + source.itemsPerMinute() + " " + source.bytesPerMinute();
    }
}
