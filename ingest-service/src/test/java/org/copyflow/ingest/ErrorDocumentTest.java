package org.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.copyflow.ingest.push.Refusal;
import org.junit.jupiter.api.Test;

/// `docs/http-errors.md` lists what pushes are refused for: all of it, with its status, and nothing else.
final class ErrorDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\|");

    @Test
    void listsEveryRefusalOfAPush() throws IOException {
        String document = Files.readString(document());
        String pushing = document.substring(document.indexOf("## Pushing"), document.indexOf("## Receipts"));

        List<String> listed =
                ROW.matcher(pushing).results().map(ErrorDocumentTest::row).toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(Refusal.values())
                        .map(refusal -> refusal.code() + " " + refusal.status())
                        .toList());
    }

    private static String row(MatchResult row) {
        return row.group(1) + " " + row.group(2);
    }

    private static Path document() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/http-errors.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above this one has docs/http-errors.md");
        }
        return folder.resolve("docs/http-errors.md");
    }
}
