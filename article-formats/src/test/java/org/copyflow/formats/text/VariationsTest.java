package org.copyflow.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages and scraped texts of many layouts, each written for this test with its own truth above the text.
final class VariationsTest {

    private static final String MARK = "-----\n";

    @ParameterizedTest
    @MethodSource("variations")
    void readsWhatTheVariationStates(Variation variation) {
        assertThat(differences(variation.articles(), read(variation.text()))).isEmpty();
    }

    @Test
    void readsTenPagesGluedTogether() {
        var expected = new ArrayList<ExpectedArticle>();
        var text = new StringBuilder();
        List<Variation> pages =
                variations().filter(v -> v.name().startsWith("page-glue")).toList();
        for (Variation page : pages) {
            expected.addAll(page.articles());
            text.append(page.text()).append("\n\n");
        }

        assertThat(pages).hasSizeGreaterThanOrEqualTo(10);
        assertThat(differences(expected, read(text.toString()))).isEmpty();
    }

    private static List<String> differences(List<ExpectedArticle> expected, List<SourceArticle> articles) {
        if (expected.size() != articles.size()) {
            return List.of(articles.size() + " articles, not " + expected.size() + ": "
                    + articles.stream().map(SourceArticle::title).toList());
        }
        var found = new ArrayList<String>();
        for (int i = 0; i < expected.size(); i++) {
            found.addAll(expected.get(i).differences(articles.get(i)));
        }
        return found;
    }

    private static List<SourceArticle> read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new PlainTextReader()
                .read(new PushedDocument(bytes, MediaType.PLAIN_TEXT, null, null))
                .articles();
    }

    static Stream<Variation> variations() {
        try {
            Path folder = Path.of(Objects.requireNonNull(VariationsTest.class.getResource("variations"))
                    .toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().map(VariationsTest::variation).toList().stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Variation variation(Path file) {
        try {
            String content = Files.readString(file);
            int mark = content.indexOf(MARK);
            var articles = new ArrayList<ExpectedArticle>();
            var lines = new ArrayList<String>();
            for (String line : content.substring(0, mark).lines().toList()) {
                if (line.equals("article") && !lines.isEmpty()) {
                    articles.add(new ExpectedArticle(List.copyOf(lines)));
                    lines.clear();
                }
                lines.add(line);
            }
            articles.add(new ExpectedArticle(List.copyOf(lines)));
            return new Variation(file.getFileName().toString(), articles, content.substring(mark + MARK.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A text and what its articles are.
    record Variation(String name, List<ExpectedArticle> articles, String text) {

        @Override
        public String toString() {
            return name;
        }
    }
}
