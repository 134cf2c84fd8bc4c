package org.copyflow.index.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.filter.MiningRight;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.settings.SettingsException;
import org.junit.jupiter.api.Test;

/// The file of readers is read whole or refused with all that is wrong.
final class ReadersTest {

    @Test
    void knowsAReaderByItsKeyAndWhatItMayDo() {
        Readers readers = parse("""
                {"readers": {"app": {"keys": ["%s"], "scopes": ["read", "subscribe"]}, "desk": {"keys": ["%s"]}}}""".formatted(ApiKeys.hash("of app"), ApiKeys.hash("of desk")));

        assertThat(scopes(readers, "of app")).containsExactlyInAnyOrder(Scope.READ, Scope.SUBSCRIBE);
        assertThat(scopes(readers, "of desk"))
                .as("all, where none are named")
                .containsExactlyInAnyOrder(Scope.values());
        assertThat(readers.ownerOf("of nobody")).isNull();
    }

    @Test
    void tellsOfEveryMistakeAtOnce() {
        assertThatThrownBy(() -> parse("""
                        {"reader": 1, "readers": {"App!": {"keys": ["sha256:12"], "right": 1},
                          "mute": {"scopes": []}, "much": {"keys": ["%s"], "scopes": ["write"], "sources": [], "rights": "all"}}}""".formatted(ApiKeys.hash("x"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no field 'reader'; there is \"readers\"")
                .hasMessageContaining("'App!': cannot be the name of a reader")
                .hasMessageContaining("has a field 'right'; there are keys, rights, scopes, sources")
                .hasMessageContaining("keys number 1 is not")
                .hasMessageContaining("'mute': has no keys")
                .hasMessageContaining("scopes must be a list of some of read, search, subscribe")
                .hasMessageContaining("'much': sources must be a list of at least one source")
                .hasMessageContaining("'much': rights must be one of mining-allowed, mining-not-prohibited")
                .hasMessageContaining("'much': has a scope that is none of read, search, subscribe");
    }

    @Test
    void knowsWhichArticlesAReaderMayHave() {
        Readers readers =
                parse("""
                {"readers": {"app": {"keys": ["%s"], "sources": ["desk", "wire"], "rights": "mining-allowed"},
                  "looker": {"keys": ["%s"], "scopes": ["read"]}, "all": {"keys": ["%s"]}}}""".formatted(ApiKeys.hash("of app"), ApiKeys.hash("of looker"), ApiKeys.hash("of all")));

        assertThat(Objects.requireNonNull(readers.ownerOf("of app")).limit())
                .isEqualTo(readers.limitOfSubscriber("app"))
                .isEqualTo(new Limit(Set.of("desk", "wire"), MiningRight.MINING_ALLOWED));
        assertThat(readers.limitOfSubscriber("all")).isEqualTo(Limit.NONE);
        assertThat(readers.limitOfSubscriber(null)).isEqualTo(Limit.NONE);
        assertThat(readers.limitOfSubscriber("looker")).isNull();
        assertThat(readers.limitOfSubscriber("nobody")).isNull();
    }

    @Test
    void tellsWhatARequestTakes() {
        assertThat(Scope.of("/v1/search")).isEqualTo(Scope.SEARCH);
        assertThat(Scope.of("/v1/search/")).isEqualTo(Scope.SEARCH);
        assertThat(Scope.of("/v1/stream")).isEqualTo(Scope.SUBSCRIBE);
        assertThat(Scope.of("/v1/topics/source:desk/stream")).isEqualTo(Scope.SUBSCRIBE);
        assertThat(Scope.of("/v1/subscriptions/s1")).isEqualTo(Scope.SUBSCRIBE);
        assertThat(Scope.of("/v1/articles/a")).isEqualTo(Scope.READ);
        assertThat(Scope.of("/")).isEqualTo(Scope.READ);
    }

    private static Iterable<Scope> scopes(Readers readers, String key) {
        return Objects.requireNonNull(readers.ownerOf(key)).scopes();
    }

    private static Readers parse(String json) {
        return Readers.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
