package org.copyflow.ingest.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.copyflow.ingest.push.Refusal;

/// Checks signatures as Standard Webhooks has them: HMAC-SHA256 over `id.timestamp.payload`, written `v1,` and base64;
/// several separated by spaces. The payload is bytes, since articles come in other charsets than UTF-8 too.
/// Thread-safe.
final class Signatures {

    /// How far a timestamp may be from now, as the standard's own libraries have it.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    private static final int MAX_ID_CHARS = 255;
    private static final int MAX_SIGNATURES = 10;

    private final InstantSource clock;

    Signatures(InstantSource clock) {
        this.clock = clock;
    }

    /// @param secrets one of them has to be what it was signed with
    /// @return the message's id
    /// @throws org.copyflow.kit.server.ProblemException where it was not signed with one of the secrets, or not now
    String verify(Pass.Signed presented, byte[] payload, List<byte[]> secrets) {
        String id = presented.id();
        String timestamp = presented.timestamp();
        String signature = presented.signature();
        if (id == null || timestamp == null || signature == null || id.isEmpty() || id.length() > MAX_ID_CHARS) {
            throw Refusal.BAD_SIGNATURE.because("This source signs its pushes, with the headers webhook-id,"
                    + " webhook-timestamp and webhook-signature (Standard Webhooks). One of them is missing.");
        }
        requireNow(timestamp);
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        if (!isOneOf(signature, head, payload, secrets)) {
            throw Refusal.BAD_SIGNATURE.because("No signature fits the body and the source's secrets. What is signed is"
                    + " the body as it is before it is compressed; of a request without a body its method, a space"
                    + " and its path with the query.");
        }
        return id;
    }

    private void requireNow(String timestamp) {
        Instant now = clock.instant();
        try {
            var signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(signedAt, now).abs().compareTo(TOLERANCE) <= 0) {
                return;
            }
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw Refusal.BAD_SIGNATURE.because("The webhook-timestamp is not a count of seconds since 1970.", e);
        }
        throw Refusal.BAD_SIGNATURE.because("The webhook-timestamp is more than " + TOLERANCE.toMinutes()
                + " minutes from now, " + now.getEpochSecond() + ". Is the clock right? Sign again when you retry.");
    }

    private static boolean isOneOf(String signatures, byte[] head, byte[] payload, List<byte[]> secrets) {
        boolean found = false;
        for (byte[] secret : secrets) {
            byte[] expected = (VERSION + Base64.getEncoder().encodeToString(hmac(secret, head, payload)))
                    .getBytes(StandardCharsets.US_ASCII);
            for (String signature : signatures.split(" ", MAX_SIGNATURES)) {
                found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static byte[] hmac(byte[] secret, byte[] head, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(head);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
