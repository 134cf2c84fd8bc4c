package org.copyflow.ingest.folder;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.copyflow.events.EventJson;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.ingest.http.RecordingPublisher;
import org.copyflow.ingest.push.Batches;
import org.copyflow.ingest.push.Intake;
import tools.jackson.databind.JsonNode;

/// A hot folder with one source, `desk`, whose passes and time are the test's to make.
final class TestFolder {

    static final Duration SETTLE = Duration.ofSeconds(2);
    static final int MAX_FILE_BYTES = 1_000_000;
    static final int MAX_ARTICLE_BYTES = 100_000;

    final ManualClock clock = new ManualClock();
    final RecordingPublisher kafka = new RecordingPublisher();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Path root;
    final Path desk;
    private FolderScan scan;

    TestFolder(Path root) {
        this.root = root;
        desk = root.resolve("desk");
        try {
            Files.createDirectories(desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scan = newScan();
    }

    /// As after the end of the process and its next start.
    void restart() {
        scan = newScan();
    }

    private FolderScan newScan() {
        var batches = new Batches(new Intake(KnownFormats.readers(), clock, 100), 100, MAX_ARTICLE_BYTES);
        var log = new FolderLog(registry, clock);
        var files = new FileDesk(new FileIntake(batches, MAX_FILE_BYTES), kafka, Duration.ofSeconds(1), log, clock);
        return new FolderScan(root, SETTLE, files, clock);
    }

    Path drop(String name, String content) {
        return drop(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path drop(String name, byte[] content) {
        try {
            return Files.write(desk.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FolderScan.Result pass() {
        try {
            return scan.scan();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two passes, with enough time between them for every file to settle.
    FolderScan.Result settledPass() {
        pass();
        clock.pass(SETTLE.multipliedBy(20));
        return pass();
    }

    /// The names in a folder of the source, sorted.
    List<String> names(String below) {
        Path folder = desk.resolve(below);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String below) {
        try {
            return EventJson.mapper().readTree(Files.readAllBytes(desk.resolve(below)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
