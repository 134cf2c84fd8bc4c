package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.copyflow.benchmarks.GeneratedArticles;
import org.copyflow.running.CommandRun;
import org.copyflow.running.CopyflowProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What could not be read is found, and goes through once its cause is mended.
final class DeadLettersIT {

    private static final Pattern LETTER = Pattern.compile("\\b\\d+-\\d+\\b");
    private static final String[] TOO_SMALL = {
        "--set", "kafka.max-record-bytes=131072", "--set", "ingest.max-body-bytes=65536"
    };

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aReplayAfterTheCauseIsMendedPublishesTheArticle() {
        Path data = folder.resolve("data");
        String text = new GeneratedArticles(1).text(1, 9_000);
        String id;
        try (CopyflowProcess first = CopyflowProcess.up(data, TOO_SMALL)) {
            id = first.client().pushed("big", "urn:big:1", "text/markdown", text);
            await().atMost(SOON)
                    .until(() -> CommandRun.copyflow("dead-letters", "list", "--bootstrap-server", first.kafkaAddress())
                            .output()
                            .contains("article-too-large"));
            first.stop();
        }
        try (CopyflowProcess second = CopyflowProcess.up(data)) {
            assertThat(second.client().articlesIn("source:big")).isZero();
            String letter = letter(second);
            CommandRun shown =
                    CommandRun.copyflow("dead-letters", "show", letter, "--bootstrap-server", second.kafkaAddress());
            assertThat(shown.exit()).as(shown.output()).isZero();
            assertThat(shown.output()).contains("article-too-large", "urn:big:1", text.substring(0, 20));
            CommandRun replayed =
                    CommandRun.copyflow("dead-letters", "replay", letter, "--bootstrap-server", second.kafkaAddress());
            assertThat(replayed.exit()).as(replayed.output()).isZero();
            assertThat(second.client().awaitArticle(id).path("uri").asString()).isEqualTo("urn:big:1");
            await().atMost(SOON).until(() -> second.client().articlesIn("source:big") == 1);
        }
    }

    private static String letter(CopyflowProcess copyflow) {
        CommandRun list = CommandRun.copyflow("dead-letters", "list", "--bootstrap-server", copyflow.kafkaAddress());
        assertThat(list.exit()).as(list.output()).isZero();
        return LETTER.matcher(list.output())
                .results()
                .map(result -> result.group())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no letter is listed: " + list.output()));
    }
}
