package org.copyflow.kit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Keys by which sources push and readers read: 256 random bits each. Files of their owners hold their SHA-256, which
/// nobody can turn back into a key because a key cannot be guessed.
public final class ApiKeys {

    private static final String HASH_PREFIX = "sha256:";
    private static final int HASH_BYTES = 32;
    private static final String KEY_PREFIX = "cfk_";
    private static final int KEY_BYTES = 32;

    private ApiKeys() {}

    /// A new key, as `cfk_` and 43 letters, digits, dashes and underscores.
    public static String create() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return KEY_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// The key's hash as files hold it.
    public static String hash(String key) {
        return HASH_PREFIX + HexFormat.of().formatHex(sha256(key));
    }

    /// Whether one of these hashes is the key's; compares all of them in a time that does not depend on their bytes.
    ///
    /// @param keyHash its SHA-256
    public static boolean isAmong(Collection<byte[]> hashes, byte[] keyHash) {
        boolean found = false;
        for (byte[] hash : hashes) {
            found |= MessageDigest.isEqual(hash, keyHash);
        }
        return found;
    }

    public static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The hash that a file holds as text; absent where it is none.
    static byte @Nullable [] parsed(String text) {
        try {
            byte[] bytes = text.startsWith(HASH_PREFIX)
                    ? HexFormat.of().parseHex(text.substring(HASH_PREFIX.length()))
                    : new byte[0];
            return bytes.length == HASH_BYTES ? bytes : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
