package org.copyflow.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.FormatReaders;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.MediaTypeGuess;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The project's own sample articles, each read by the reader that its file's ending asks for.
class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    /// How many articles the files hold at least that hold several.
    private static final Map<String, Integer> PARTS = Map.of(
            "07-courier-page-one.md", 3,
            "11-meridian-science.rss.xml", 3,
            "20-jiangwan-page-two-zh.md", 2,
            "24-city-desk.atom.xml", 2,
            "28-courier-page-five.md", 2);

    private final FormatReaders readers = KnownFormats.readers();

    static Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.list(SAMPLES)) {
            return all
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadWithTitlesAndText(String file) throws IOException {
        SourceDocument read = read(file);

        int parts = PARTS.getOrDefault(file, 1);
        assertThat(read.articles())
                .hasSizeBetween(parts, parts == 1 ? 1 : parts + 2)
                .allSatisfy(article -> {
                    assertThat(article.title() == null ? article.continuedFrom() : article.title())
                            .isNotBlank();
                    if (read.identity().status() != ArticleStatus.CANCELED) {
                        assertThat(article.blocks()).isNotEmpty();
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("files")
    void isIdentifiedAsItIsRead(String file) throws IOException {
        PushedDocument document = document(file);

        assertThat(readers.of(document.mediaType()).identify(document))
                .isEqualTo(read(file).identity());
    }

    @Test
    void itemsToBeSeenNowhereSaySo() throws IOException {
        assertThat(read("23-budget-embargoed.ninjs.json").identity().embargo()).isNotNull();
        assertThat(read("31-witness-withheld.ninjs.json").identity().status()).isEqualTo(ArticleStatus.WITHHELD);
        assertThat(read("22-mayor-steps-down-kill.newsml.xml").identity().status())
                .isEqualTo(ArticleStatus.CANCELED);
    }

    @Test
    void laterVersionsNameTheSameItem() throws IOException {
        assertNewer("16-ferry-fire-correction.ninjs.json", "15-ferry-fire.ninjs.json");
        assertNewer("22-mayor-steps-down-kill.newsml.xml", "21-mayor-steps-down.newsml.xml");
    }

    @Test
    void feedsAreSplitIntoTheirItems() throws IOException {
        for (String file : List.of("11-meridian-science.rss.xml", "24-city-desk.atom.xml")) {
            PushedDocument document = document(file);
            ItemSplitter splitter = readers.splitterOf(document.mediaType());

            assertThat(Objects.requireNonNull(splitter).split(document))
                    .hasSize(read(file).articles().size());
        }
    }

    @Test
    void theReadmeListsEachFile() throws IOException {
        String readme = Files.readString(SAMPLES.resolve("README.md"));

        assertThat(files())
                .hasSizeGreaterThanOrEqualTo(24)
                .allSatisfy(file -> assertThat(readme).contains("| `" + file + "` |"));
    }

    private void assertNewer(String later, String earlier) throws IOException {
        ItemIdentity newer = read(later).identity();
        ItemIdentity older = read(earlier).identity();
        assertThat(newer.uri()).isEqualTo(older.uri());
        assertThat(newer.version()).isGreaterThan(older.version());
    }

    private SourceDocument read(String file) throws IOException {
        PushedDocument document = document(file);
        FormatReader reader = readers.of(document.mediaType());
        return reader.read(document);
    }

    private static PushedDocument document(String file) throws IOException {
        byte[] content = Files.readAllBytes(SAMPLES.resolve(file));
        return new PushedDocument(content, MediaTypeGuess.of(file, content), null, null);
    }
}
