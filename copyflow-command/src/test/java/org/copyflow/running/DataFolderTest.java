package org.copyflow.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copyflow.terminal.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void remembersTheBrokersPort() {
        Path path = parent.resolve("new/data");
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.kafkaPort()).isZero();
            folder.rememberKafkaPort(9092);
        }
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.kafkaPort()).isEqualTo(9092);
        }
    }

    @Test
    void isHeldByOneAtATime() {
        try (DataFolder held = DataFolder.open(parent)) {
            assertThat(held.path()).isEqualTo(parent);
            assertThatThrownBy(() -> DataFolder.open(parent))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
        DataFolder.open(parent).close();
    }

    @Test
    void refusesWhatANewerCopyflowWrote() throws IOException {
        Files.writeString(parent.resolve("copyflow.properties"), "format=99\n");

        assertThatThrownBy(() -> DataFolder.open(parent))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("format 99")
                .hasMessageContaining("a newer one wrote it");
        assertThat(parent.resolve("copyflow.properties")).hasContent("format=99");
    }

    @Test
    void saysWhatCannotBeWritten() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(file.toString());
    }
}
