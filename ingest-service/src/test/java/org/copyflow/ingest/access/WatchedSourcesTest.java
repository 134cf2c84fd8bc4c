package org.copyflow.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.settings.SettingsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of sources is read again while ingest runs.
final class WatchedSourcesTest {

    private final Path file;

    WatchedSourcesTest(@TempDir Path folder) {
        file = folder.resolve("sources.json");
    }

    @BeforeEach
    void writeFirst() throws IOException {
        write("first");
    }

    @Test
    void takesANewFileWithoutARestart() throws IOException {
        try (var sources = Sources.watched(file)) {
            sources.start();
            assertThat(sources.get().ownerOf("first")).isNotNull();

            write("second");
            Awaitility.await().until(() -> sources.get().ownerOf("second") != null);
            assertThat(sources.get().ownerOf("first")).isNull();
        }
    }

    @Test
    void keepsTheOldSourcesWhereTheNewFileIsBroken() throws IOException {
        try (var sources = Sources.watched(file)) {
            sources.start();

            Files.writeString(file, "{\"sources\": {\"desk\": {\"keys\": [\"nonsense\"]}}}");
            sources.look();
            assertThat(sources.get().ownerOf("first")).isNotNull();
            assertThat(sources.check().passed()).isTrue();
            assertThat(sources.check().detail()).contains("cannot be used").contains("keys number 1");

            Files.delete(file);
            sources.look();
            assertThat(sources.get().ownerOf("first")).isNotNull();

            write("second");
            sources.look();
            assertThat(sources.get().ownerOf("second")).isNotNull();
            assertThat(sources.check().detail()).isEqualTo("1 sources may push");
        }
    }

    @Test
    void doesNotStartWithoutAFileThatCanBeUsed() throws IOException {
        Files.writeString(file, "{}");
        try (var broken = Sources.watched(file)) {
            assertThatThrownBy(broken::start)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining(file.toString());
        }
        Files.delete(file);
        try (var missing = Sources.watched(file)) {
            assertThatThrownBy(missing::start)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("ingest.sources-file");
        }
    }

    private void write(String key) throws IOException {
        Files.writeString(file, "{\"sources\": {\"desk\": {\"keys\": [\"" + ApiKeys.hash(key) + "\"]}}}");
    }
}
