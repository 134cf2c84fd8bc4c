package org.copyflow.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.TextBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.json.JsonMapper;

/// The benchmark sentences are clean text: each comes through as it is.
@EnabledIfSystemProperty(
        named = "copyflow.corpora",
        matches = ".+",
        disabledReason = "needs the benchmark corpora: -Dcopyflow.corpora=FOLDER")
final class CleanCorporaTest {

    @Test
    void leavesEveryBenchmarkSentenceAsItIs() throws IOException {
        var mapper = JsonMapper.builder().build();
        Path folder = Path.of(System.getProperty("copyflow.corpora", "")).resolve("quantities");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    String text = mapper.readTree(line).get("text").asString();
                    assertThat(words(read(text))).as(text).isEqualTo(words(text));
                }
            }
        }
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String read(String text) {
        var document = new PushedDocument(text.getBytes(StandardCharsets.UTF_8), MediaType.PLAIN_TEXT, null, null);
        List<TextBlock> blocks =
                new PlainTextReader().read(document).articles().getFirst().blocks();
        return String.join("\n\n", blocks.stream().map(TextBlock::text).toList());
    }
}
