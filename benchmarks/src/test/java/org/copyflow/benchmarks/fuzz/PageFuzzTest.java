package org.copyflow.benchmarks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageFuzzTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void readsOrRefusesDamagedPagesInTime() throws IOException {
        var printed = new ByteArrayOutputStream();

        List<String> failures = new PageFuzz(
                        MutatedPages.in(SAMPLES, 100), new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(600, 20_260_306);

        assertThat(failures).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("PASSED: ");
    }

    @Test
    void makesTheSamePageOfTheSameSeed() throws IOException {
        MutatedPages pages = MutatedPages.in(SAMPLES, 100);

        for (long seed = 0; seed < 50; seed++) {
            assertThat(pages.page(seed).content()).isEqualTo(pages.page(seed).content());
        }
        assertThat(pages.page(1).content()).isNotEqualTo(pages.page(2).content());
    }
}
