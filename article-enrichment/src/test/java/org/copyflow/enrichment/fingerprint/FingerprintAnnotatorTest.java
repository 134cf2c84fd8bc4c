package org.copyflow.enrichment.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FingerprintAnnotatorTest {

    @Test
    void isTheSameWhateverTheLayout() {
        String plain = fingerprint("The tunnel doesn't open before 2027. It is late.");
        assertThat(plain).hasSize(32).matches("[0-9a-f]+");
        assertThat(fingerprint("the TUNNEL doesn’t open,\n\nbefore ２０２７ – it is late!"))
                .isEqualTo(plain);
    }

    @Test
    void changesWithEveryWordAndNumber() {
        String one = fingerprint("The tunnel opens in 2027.");
        assertThat(fingerprint("The tunnel opens in 2028.")).isNotEqualTo(one);
        assertThat(fingerprint("A tunnel opens in 2027.")).isNotEqualTo(one);
        assertThat(fingerprint("The opens tunnel in 2027.")).isNotEqualTo(one);
        assertThat(fingerprint("Thetunnel opens in 2027.")).isNotEqualTo(one);
    }

    /// Stored fingerprints are compared with new ones: this value must not change without a new version.
    @Test
    void staysWhatItWas() {
        assertThat(fingerprint("The tunnel opens in 2027. 隧道开通。")).isEqualTo("5fc2752677a77dcd5f11ff939e921740");
    }

    @Test
    void coversLongTexts() {
        String text = "word ".repeat(20_000);
        assertThat(fingerprint(text + "end")).isNotEqualTo(fingerprint(text + "and"));
    }

    @Test
    void isAbsentWithoutWords() {
        assertThat(fingerprint("… – !")).isNull();
    }

    private static @Nullable String fingerprint(String text) {
        return new FingerprintAnnotator()
                .annotate(TextArticles.of(text), Annotations.NONE)
                .fingerprint();
    }
}
