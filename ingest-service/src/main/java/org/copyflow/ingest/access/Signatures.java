package org.copyflow.ingest.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.access.SigningSecret;

/// Checks signatures as Standard Webhooks has them, several separated by spaces. Thread-safe.
final class Signatures {

    /// How far a timestamp may be from now, as the standard's own libraries have it.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MAX_ID_CHARS = 255;
    private static final int MAX_SIGNATURES = 10;

    private final InstantSource clock;

    Signatures(InstantSource clock) {
        this.clock = clock;
    }

    /// @param secrets one of them has to be what it was signed with
    /// @return the message's id
    /// @throws org.copyflow.kit.server.ProblemException where it was not signed with one of the secrets, or not now
    String verify(Pass.Signed presented, byte[] payload, List<SigningSecret> secrets) {
        String id = presented.id();
        String timestamp = presented.timestamp();
        String signature = presented.signature();
        if (id == null || timestamp == null || signature == null || id.isEmpty() || id.length() > MAX_ID_CHARS) {
            throw Refusal.BAD_SIGNATURE.because("This source signs its pushes, with the headers webhook-id,"
                    + " webhook-timestamp and webhook-signature (Standard Webhooks). One of them is missing.");
        }
        requireNow(timestamp);
        if (secrets.stream().noneMatch(secret -> isAmong(signature, secret.sign(id, timestamp, payload)))) {
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

    private static boolean isAmong(String signatures, String expected) {
        byte[] wanted = expected.getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String signature : signatures.split(" ", MAX_SIGNATURES)) {
            found |= MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }
}
