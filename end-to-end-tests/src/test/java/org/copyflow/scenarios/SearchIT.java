package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.nio.file.Path;
import java.util.List;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Search over a real broker: what is published is found, what is corrected or withdrawn is not, and a kill at any
/// moment
/// changes nothing of that.
final class SearchIT {

    private static final String MARKDOWN = "text/markdown";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void findsTheNewestVersionsAcrossAKill() {
        Path data = folder.resolve("data");
        String kept;
        String corrected;
        String withdrawn;
        try (CopyflowProcess first = CopyflowProcess.up(data)) {
            PipelineClient client = first.client();
            kept = client.pushed(
                    "desk", "urn:kept", MARKDOWN, "# Lighthouse\n\nThe lighthouse keeper retired on Monday.");
            corrected = client.pushed("desk", "urn:corrected", MARKDOWN, "# Harbour\n\nThe lighthouse was red.");
            withdrawn = client.pushed("desk", "urn:withdrawn", MARKDOWN, "# Rumour\n\nThe lighthouse was sold.");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(client.found("lighthouse"))
                            .containsExactlyInAnyOrder(kept, corrected, withdrawn));
            first.kill(); // before or after the index committed: both must end the same
        }
        try (CopyflowProcess second = CopyflowProcess.up(data)) {
            PipelineClient client = second.client();
            assertThat(client.found("lighthouse")).containsExactlyInAnyOrder(kept, corrected, withdrawn);
            client.pushed("desk", "urn:corrected", MARKDOWN, "# Harbour\n\nThe windmill was red.");
            assertThat(client.delete("desk", "urn:withdrawn").statusCode()).isEqualTo(202);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(client.found("lighthouse")).containsExactly(kept));
            assertThat(client.found("windmill")).isEqualTo(List.of(corrected));
        }
    }
}
