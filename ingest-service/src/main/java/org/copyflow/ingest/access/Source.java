package org.copyflow.ingest.access;

import java.util.List;
import org.copyflow.kit.access.SigningSecret;
import org.jspecify.annotations.Nullable;

/// One source that may push.
///
/// @param keyHashes SHA-256 of its keys, at most two so that one can be replaced by another
/// @param signingSecrets of Standard Webhooks, at most two; where there is one, every push is signed
/// @param itemsPerMinute how many items it may push; absent where that is not limited
/// @param bytesPerMinute how many bytes, inflated; absent where that is not limited
record Source(
        String name,
        List<byte[]> keyHashes,
        List<SigningSecret> signingSecrets,
        @Nullable Long itemsPerMinute,
        @Nullable Long bytesPerMinute) {

    Source {
        keyHashes = List.copyOf(keyHashes);
        signingSecrets = List.copyOf(signingSecrets);
    }
}
