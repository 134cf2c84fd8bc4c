package org.copyflow.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The file of sources is read whole or refused with all that is wrong.
final class SourcesTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void knowsASourceByEitherOfItsKeys() {
        String old = ApiKeys.create();
        String next = ApiKeys.create();
        Sources sources = parse("""
                {"sources": {"desk": {"keys": ["%s", "%s"], "itemsPerMinute": 600},
                             "wire": {"signingSecrets": ["%s"]}}}""".formatted(ApiKeys.hash(old), ApiKeys.hash(next), SECRET));

        assertThat(sources.ownerOf(old)).isSameAs(sources.ownerOf(next)).isSameAs(sources.find("desk"));
        assertThat(sources.ownerOf(ApiKeys.create())).isNull();
        assertThat(sources.ownerOf(ApiKeys.hash(old))).as("the hash is no key").isNull();
        assertThat(sources.find("wire")).isNotNull();
        assertThat(sources.find("other")).isNull();
    }

    @Test
    void tellsOfEveryMistakeAtOnceAndOfNoSecret() {
        assertThatThrownBy(() -> parse("""
                        {"source": 1, "sources": {"Desk!": {"keys": ["sha256:12"], "quota": 5},
                          "wire": {"signingSecrets": ["whsec_topsecret"], "itemsPerMinute": 0},
                          "mute": {}}}"""))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no field 'source'")
                .hasMessageContaining("'Desk!': cannot be the name")
                .hasMessageContaining("has a field 'quota'; there are bytesPerMinute")
                .hasMessageContaining("keys number 1 is not")
                .hasMessageContaining("signingSecrets number 1 is not")
                .hasMessageContaining("itemsPerMinute must be a whole number from 1")
                .hasMessageContaining("'mute': has neither keys nor signingSecrets")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void refusesAKeyOfTwoSourcesAndAThirdKey() {
        String hash = ApiKeys.hash("x");
        assertThatThrownBy(() -> parse("""
                        {"sources": {"a": {"keys": ["%s"]}, "b": {"keys": ["%s"]}}}""".formatted(hash, hash)))
                .hasMessageContaining("has a key that is there already");
        assertThatThrownBy(() -> parse("""
                        {"sources": {"a": {"keys": ["%s", "%s", "%s"]}}}""".formatted(ApiKeys.hash("1"), ApiKeys.hash("2"), ApiKeys.hash("3"))))
                .hasMessageContaining("keys must be a list of at most 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"sources\": []}", "{\"sources\": {}}", "null", "\u0000"})
    void refusesWhatIsNoFileOfSources(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(SettingsException.class);
    }

    private static Sources parse(String json) {
        return Sources.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
