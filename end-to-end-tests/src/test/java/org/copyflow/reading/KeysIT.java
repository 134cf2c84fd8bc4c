package org.copyflow.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Whose key is taken out of the file loses the stream that is open, within seconds; others keep theirs.
final class KeysIT {

    private static final Duration WITHIN = Duration.ofSeconds(15);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void endsTheStreamsOfAKeyThatIsTakenOut() throws IOException {
        String leaving = ApiKeys.create();
        String staying = ApiKeys.create();
        Path file = folder.resolve("readers.json");
        Files.writeString(file, readers("\"leaving\": " + reader(leaving) + ", \"staying\": " + reader(staying)));
        try (CopyflowProcess copyflow =
                CopyflowProcess.up(folder.resolve("data"), "--set", "index.readers-file=" + file)) {
            PipelineClient client = copyflow.client();
            try (SocketReader left = stream(client, leaving);
                    SocketReader stayed = stream(client, staying)) {
                left.position();
                stayed.position();
                Path next = folder.resolve("next.json");
                Files.writeString(next, readers("\"staying\": " + reader(staying)));
                long begin = System.nanoTime();
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

                assertThat(left.next()).isNull();
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(WITHIN);
                String id = client.pushed("desk", "urn:1", "text/markdown", "# Ferry\n\nThe ferry sank.");
                assertThat(Objects.requireNonNull(stayed.next()).article()).isEqualTo(id);
            }
        }
    }

    private static SocketReader stream(PipelineClient client, String key) {
        return new SocketReader(client.readAddress(), "/v1/stream?history=0", Map.of("Authorization", "Bearer " + key));
    }

    private static String readers(String entries) {
        return "{\"readers\": {" + entries + "}}";
    }

    private static String reader(String key) {
        return "{\"keys\": [\"" + ApiKeys.hash(key) + "\"]}";
    }
}
