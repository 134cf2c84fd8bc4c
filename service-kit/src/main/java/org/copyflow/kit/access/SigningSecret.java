package org.copyflow.kit.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What pushes are signed with, as Standard Webhooks has it. It is written `whsec_` and base64, a signature `v1,` and
/// base64 of HMAC-SHA256 over `id.timestamp.payload`. The payload is bytes, since articles come in other charsets than
/// UTF-8 too. Immutable, thread-safe.
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FRESH_BYTES = 32;
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private SigningSecret(byte[] bytes) {
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    public static SigningSecret fresh() {
        byte[] bytes = new byte[FRESH_BYTES];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(bytes);
    }

    /// @return absent where this is no written secret of 24 to 64 bytes
    public static @Nullable SigningSecret parse(String written) {
        try {
            byte[] bytes = written.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(written.substring(PREFIX.length()))
                    : new byte[0];
            return bytes.length >= MIN_BYTES && bytes.length <= MAX_BYTES ? new SigningSecret(bytes) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// As files and answers have it; whoever reads it can sign.
    public String written() {
        return PREFIX + Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /// @param timestamp seconds since 1970, as it is sent
    public String sign(String messageId, String timestamp, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((messageId + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(payload));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
