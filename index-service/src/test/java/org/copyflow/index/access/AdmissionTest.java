package org.copyflow.index.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.copyflow.kit.access.ApiKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdmissionTest {

    private static final String KEY = ApiKeys.create();

    private final AtomicReference<Readers> readers = new AtomicReference<>(file(KEY, "subscribe"));
    private final Admission admission = new Admission(
            readers::get, readers.get(), Objects.requireNonNull(readers.get().ownerOf(KEY)), KEY, Scope.SUBSCRIBE);

    @Test
    void lastsWhileTheFileHasTheKeyAndItsScope() {
        assertThat(admission.isOver()).isFalse();
        readers.set(file(KEY, "subscribe"));
        assertThat(admission.isOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWithTheKeyOrItsScope(boolean key) {
        readers.set(key ? file(ApiKeys.create(), "subscribe") : file(KEY, "read"));
        assertThat(admission.isOver()).isTrue();
        assertThat(admission.isOver()).isTrue();
    }

    @Test
    void endsWhenTheReadersLimitsAreChanged() {
        readers.set(file(KEY, "subscribe\"], \"sources\": [\"desk"));
        assertThat(admission.isOver()).isTrue();
    }

    private static Readers file(String key, String scope) {
        return Readers.parse("{\"readers\": {\"app\": {\"keys\": [\"%s\"], \"scopes\": [\"%s\"]}}}"
                .formatted(ApiKeys.hash(key), scope)
                .getBytes(StandardCharsets.UTF_8));
    }
}
