package org.copyflow.ingest.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Keys by which sources push: 256 random bits each. The file of sources holds their SHA-256, which nobody can turn
/// back into a key because a key cannot be guessed.
public final class ApiKeys {

    /// What a hash begins with in the file of sources.
    public static final String HASH_PREFIX = "sha256:";

    private static final String KEY_PREFIX = "cfk_";
    private static final int KEY_BYTES = 32;

    private ApiKeys() {}

    /// A new key, as `cfk_` and 43 letters, digits, dashes and underscores.
    public static String create() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return KEY_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// The key's hash as the file of sources holds it.
    public static String hash(String key) {
        return HASH_PREFIX + HexFormat.of().formatHex(sha256(key));
    }

    static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
