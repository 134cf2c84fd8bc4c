package org.copyflow.ingest.access;

import java.util.List;
import org.copyflow.kit.access.SigningSecret;
import org.jspecify.annotations.Nullable;

/// Leave to push as one source. Thread-safe.
public final class Pass {

    private final @Nullable Source source;
    private final String name;
    private final @Nullable Quota quota;
    private final @Nullable Signatures signatures;

    private Pass(String name, @Nullable Source source, @Nullable Quota quota, @Nullable Signatures signatures) {
        this.name = name;
        this.source = source;
        this.quota = quota;
        this.signatures = signatures;
    }

    /// Where whoever reaches the port may push.
    static Pass ofAnyone(String name) {
        return new Pass(name, null, null, null);
    }

    static Pass of(Source source, Quota quota, Signatures signatures) {
        return new Pass(source.name(), source, quota, signatures);
    }

    /// Who pushes; empty where whoever may, and the request does not say.
    public String source() {
        return name;
    }

    /// The headers of Standard Webhooks.
    public record Signed(
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature) {}

    /// Checks the signature, where the source signs its pushes.
    ///
    /// @param payload what was signed: the inflated body, or what stands for one
    /// @return the message's id; absent where the source does not sign
    /// @throws org.copyflow.kit.server.ProblemException where it does, and this is not signed as it should be
    public @Nullable String verify(Signed signed, byte[] payload) {
        List<SigningSecret> secrets = source == null ? List.of() : source.signingSecrets();
        if (secrets.isEmpty() || signatures == null) {
            return null;
        }
        return signatures.verify(signed, payload, secrets);
    }

    /// Whether the source signs its pushes.
    public boolean isSigned() {
        return source != null && !source.signingSecrets().isEmpty();
    }

    /// Refuses where the source has nothing left, before anything is read.
    public void requireQuota() {
        if (quota != null) {
            quota.requireAny();
        }
    }

    /// Takes what a body weighs, before anything is made of it: one that is refused costs as much.
    ///
    /// @throws org.copyflow.kit.server.ProblemException where the source has less left
    public void takeBytes(long bytes) {
        if (quota != null) {
            quota.takeBytes(bytes);
        }
    }

    /// @throws org.copyflow.kit.server.ProblemException where the source has less left
    public void takeItems(long items) {
        if (quota != null) {
            quota.takeItems(items);
        }
    }

    /// The value of `RateLimit-Policy`; empty where nothing is limited.
    public String ratePolicy() {
        return quota == null ? "" : quota.policy();
    }

    /// The value of `RateLimit`.
    public String rateRemaining() {
        return quota == null ? "" : quota.remaining();
    }
}
