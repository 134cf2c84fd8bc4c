package org.copyflow.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApiKeysTest {

    @Test
    void makesKeysThatDiffer() {
        assertThat(ApiKeys.create()).matches("cfk_[A-Za-z0-9_-]{43}").isNotEqualTo(ApiKeys.create());
        assertThat(ApiKeys.hash("abc"))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void knowsAKeyByItsHashInAFile() {
        byte[] hash = ApiKeys.parsed(ApiKeys.hash("abc"));

        assertThat(hash).isNotNull();
        assertThat(ApiKeys.isAmong(List.of(hash), ApiKeys.sha256("abc"))).isTrue();
        assertThat(ApiKeys.isAmong(List.of(hash), ApiKeys.sha256("abd"))).isFalse();
        assertThat(ApiKeys.parsed("sha256:12")).isNull();
        assertThat(ApiKeys.parsed("md5:ba78")).isNull();
    }

    @Test
    void takesAKeyAsBearerAndAsThePasswordOfWhomever() {
        assertThat(PresentedKey.of("bearer  cfk_1 ")).isEqualTo(new PresentedKey("cfk_1", false));
        assertThat(PresentedKey.of(basic("anna:cfk_1"))).isEqualTo(new PresentedKey("cfk_1", true));
        assertThat(PresentedKey.of(basic(":cfk_1"))).isEqualTo(new PresentedKey("cfk_1", true));
        assertThat(PresentedKey.of(basic("cfk_1"))).as("no colon").isNull();
        assertThat(PresentedKey.of("Basic %%%")).isNull();
        assertThat(PresentedKey.of("Digest cfk_1")).isNull();
        assertThat(PresentedKey.of(null)).isNull();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
