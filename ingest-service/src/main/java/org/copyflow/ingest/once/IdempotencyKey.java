package org.copyflow.ingest.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.copyflow.ingest.push.Refusal;
import org.jspecify.annotations.Nullable;

/// A source's key for one push, and what was pushed with it.
///
/// @param id of the source and the key
/// @param fingerprint the same for the same request
public record IdempotencyKey(String id, String fingerprint) {

    private static final int MAX_CHARS = 255;
    private static final int ID_BYTES = 16;

    /// @param request what is not the body: method, path, parameters, content type
    public static IdempotencyKey of(String source, String key, List<String> request, byte[] body) {
        MessageDigest digest = sha256();
        for (String part : request) {
            digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
        }
        String fingerprint = HexFormat.of().formatHex(digest.digest(body));
        byte[] id = sha256().digest((source + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return new IdempotencyKey(HexFormat.of().formatHex(id, 0, ID_BYTES), fingerprint);
    }

    /// The key that the header holds: a string of RFC 8941, in quotes, or the same without quotes, as many send it.
    ///
    /// @return absent where there is no such header
    /// @throws org.copyflow.kit.server.ProblemException where it is empty, too long or not ASCII
    public static @Nullable String parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        String key = quoted ? text.substring(1, text.length() - 1) : text;
        if (key.isEmpty() || key.length() > MAX_CHARS || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e || c == '"')) {
            throw Refusal.BAD_PARAMETER.because("The Idempotency-Key must be 1 to " + MAX_CHARS
                    + " ASCII characters, best a new UUID for each push, as \"8e03978e-40d5-43dd-bc93-6894a57f9324\".");
        }
        return key;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
