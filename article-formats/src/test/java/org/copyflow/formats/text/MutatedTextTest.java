package org.copyflow.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged and hostile texts: whatever comes in, an article or a clear refusal comes out, in time.
final class MutatedTextTest {

    private static final int MUTANTS = 1500;
    private static final int HOSTILE_CHARS = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String[] SPLINTERS = {
        "\n",
        "\n\n",
        "#",
        "**",
        "By ",
        "（记者",
        "&amp;",
        "[",
        "](",
        "```",
        "> ",
        "- ",
        "1. ",
        "\u0000",
        "\uD800",
        "/Aa",
        "(Photo: ",
        "http://",
        "Editor: ",
        "2031-01-02 03:04",
        "enpproperty",
        "　　",
        "\"",
        "。",
        "|",
        ":",
        "①",
        "From page 1"
    };

    @Test
    void readsOrRefusesEveryMutant() {
        List<VariationsTest.Variation> variations = VariationsTest.variations().toList();
        for (int seed = 0; seed < MUTANTS; seed++) {
            var random = new Random(seed);
            String text = variations.get(seed % variations.size()).text();
            String mutant = mutate(text, random);
            try {
                read(mutant).forEach(MutatedTextTest::assertWellFormed);
            } catch (UnreadableDocumentException e) {
                assertThat(e.code()).as("seed %d", seed).isIn("no-text", "invalid-encoding");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " breaks the reader", e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "word ",
                "\n",
                "# a\n",
                "> ",
                "[",
                "*a **b ",
                "a | b | ",
                "他说，",
                "记者：什么。\n",
                " /Aa (b",
                "- a\n  - b\n",
                "He said.She left.\"Yes.",
                "By Ann Lee & ",
                "2031-01-02 03:04:05 ",
                "http://a",
                "((",
                "Menu item\n",
                "a: b: ",
                "The same caption stands here again and again /Agency\n",
                "<b>",
                "1234567890.2031-01-02 03:04:05"
            })
    void readsRepetitionsInTime(String piece) {
        String text = piece.repeat(HOSTILE_CHARS / piece.length());

        Assertions.assertTimeout(LIMIT, () -> {
            try {
                read(text).forEach(MutatedTextTest::assertWellFormed);
            } catch (UnreadableDocumentException e) {
                assertThat(e.code()).isEqualTo("no-text");
            }
        });
    }

    private static String mutate(String text, Random random) {
        var mutant = new StringBuilder(text);
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes && !mutant.isEmpty(); i++) {
            int at = random.nextInt(mutant.length());
            int end = Math.min(mutant.length(), at + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> mutant.delete(at, end);
                case 1 -> mutant.insert(at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
                case 2 -> mutant.insert(at, mutant.substring(at, end));
                default -> mutant.setCharAt(at, (char) random.nextInt(0x3100));
            }
        }
        return mutant.toString();
    }

    private static void assertWellFormed(SourceArticle article) {
        assertThat(article.blocks()).isNotEmpty();
        assertThat(article.blocks()).extracting(TextBlock::text).noneMatch(String::isBlank);
    }

    private static List<SourceArticle> read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new PlainTextReader()
                .read(new PushedDocument(bytes, MediaType.PLAIN_TEXT, null, null))
                .articles();
    }
}
