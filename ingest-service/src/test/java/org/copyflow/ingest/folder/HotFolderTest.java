package org.copyflow.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.ingest.http.RecordingPublisher;
import org.copyflow.ingest.push.Batches;
import org.copyflow.ingest.push.Intake;
import org.copyflow.kit.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hot folder as it runs: its thread, its lock, its check.
final class HotFolderTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    private final Metrics metrics = new Metrics();
    private final RecordingPublisher kafka = new RecordingPublisher();

    @AfterEach
    void stop() {
        metrics.close();
    }

    @Test
    void aDroppedFileIsPushedWithoutAnybodyAsking() throws IOException {
        Path desk = Files.createDirectory(root.resolve("desk"));
        try (HotFolder folder = started(root)) {
            Files.writeString(desk.resolve("story.txt"), "The ferry runs all night.");

            await().atMost(SOON).until(() -> Files.exists(desk.resolve("done/story.txt")));

            await().atMost(SOON).until(() -> folder.check().detail().startsWith("0 files wait"));
            assertThat(folder.check().passed()).isTrue();
            assertThat(kafka.only().source()).isEqualTo("desk");
            assertThat(metrics.scrape())
                    .contains("copyflow_ingest_folder_files_total{outcome=\"done\"} 1.0")
                    .contains("copyflow_ingest_folder_waiting 0.0");
        }
    }

    @Test
    void aFolderThatIsNotThereFailsTheCheckUntilItIs() throws IOException {
        Path missing = root.resolve("mount");
        try (HotFolder folder = started(missing)) {
            await().atMost(SOON).until(() -> folder.check().detail().contains("there is no such folder"));
            assertThat(folder.check().passed()).isFalse();

            Files.createDirectory(missing);

            await().atMost(SOON).until(() -> folder.check().passed());
        }
    }

    @Test
    void aSecondProcessStandsByAndTakesOver() throws IOException {
        Files.createDirectory(root.resolve("desk"));
        HotFolder first = started(root);
        await().atMost(SOON).until(() -> first.check().passed());
        try (HotFolder second = started(root)) {
            await().atMost(SOON).until(() -> second.check().detail().contains("standing by"));
            assertThat(second.check().passed()).isTrue();

            first.close();

            await().atMost(SOON).until(() -> second.check().detail().startsWith("0 files wait"));
        } finally {
            first.close();
        }
    }

    private HotFolder started(Path folder) {
        var batches = new Batches(new Intake(KnownFormats.readers(), InstantSource.system(), 10), 10, 100_000);
        var settings = new HotFolder.Settings(folder, Duration.ZERO, 1_000_000, Duration.ofSeconds(1));
        var hotFolder = new HotFolder(settings, batches, kafka, metrics);
        hotFolder.start();
        return hotFolder;
    }
}
