package org.copyflow.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.copyflow.kit.access.SigningSecret;
import org.junit.jupiter.api.Test;

/// What the standard's own library signs is accepted, and nothing else.
final class SignaturesTest {

    private static final Instant NOW = Instant.parse("2026-05-03T08:30:00Z");
    private static final byte[] SECRET = "a secret of at least 24 bytes".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another secret of 24 bytes or so".getBytes(StandardCharsets.UTF_8);
    private static final String BODY = "{\"headline\": \"Fähre fährt\"}";

    private final Signatures signatures = new Signatures(InstantSource.fixed(NOW));

    @Test
    void acceptsWhatTheStandardsLibrarySigns() {
        assertThat(verify(signed("msg_1", NOW, BODY, SECRET), BODY, SECRET)).isEqualTo("msg_1");
        assertThat(verify(signed("msg_1", NOW.minusSeconds(299), BODY, SECRET), BODY, OTHER, SECRET))
                .as("while secrets are rotated")
                .isEqualTo("msg_1");
    }

    @Test
    void acceptsOneOfSeveralSignatures() {
        Pass.Signed right = signed("msg_1", NOW, BODY, SECRET);
        Pass.Signed both =
                new Pass.Signed("msg_1", right.timestamp(), "v1a,asymmetric v1,bm90IHRoaXM= " + right.signature());

        assertThat(verify(both, BODY, SECRET)).isEqualTo("msg_1");
    }

    @Test
    void refusesAnotherBodyIdTimeOrSecret() {
        Pass.Signed right = signed("msg_1", NOW, BODY, SECRET);
        refuses(right, BODY + " ", SECRET);
        refuses(right, BODY, OTHER);
        refuses(new Pass.Signed("msg_2", right.timestamp(), right.signature()), BODY, SECRET);
        refuses(new Pass.Signed("msg_1", "" + (NOW.getEpochSecond() + 1), right.signature()), BODY, SECRET);
        refuses(new Pass.Signed("msg_1", right.timestamp(), ""), BODY, SECRET);
        refuses(new Pass.Signed("msg_1", right.timestamp(), null), BODY, SECRET);
        refuses(new Pass.Signed(null, right.timestamp(), right.signature()), BODY, SECRET);
        refuses(new Pass.Signed("msg_1", "yesterday", right.signature()), BODY, SECRET);
        refuses(new Pass.Signed("msg_1", "9223372036854775807", right.signature()), BODY, SECRET);
    }

    @Test
    void refusesWhatWasSignedLongAgoOrInTheFuture() {
        refuses(signed("msg_1", NOW.minusSeconds(301), BODY, SECRET), BODY, SECRET);
        refuses(signed("msg_1", NOW.plusSeconds(301), BODY, SECRET), BODY, SECRET);
    }

    private void refuses(Pass.Signed signed, String body, byte[] secret) {
        assertThatThrownBy(() -> verify(signed, body, secret))
                .isInstanceOf(org.copyflow.kit.server.ProblemException.class);
    }

    private String verify(Pass.Signed signed, String body, byte[]... secrets) {
        return signatures.verify(
                signed,
                body.getBytes(StandardCharsets.UTF_8),
                Stream.of(secrets).map(SignaturesTest::secret).toList());
    }

    private static SigningSecret secret(byte[] bytes) {
        return Objects.requireNonNull(
                SigningSecret.parse("whsec_" + Base64.getEncoder().encodeToString(bytes)));
    }

    private static Pass.Signed signed(String id, Instant at, String body, byte[] secret) {
        try {
            String signature = new Webhook(secret).sign(id, at.getEpochSecond(), body);
            return new Pass.Signed(id, Long.toString(at.getEpochSecond()), signature);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }
}
