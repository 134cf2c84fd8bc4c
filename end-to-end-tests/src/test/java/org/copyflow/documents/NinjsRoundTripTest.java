package org.copyflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.copyflow.enrichment.pipeline.EnrichedDocument;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.MediaTypeGuess;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.index.form.ArticleForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the index answers as ninjs is good ninjs, and gives the same article when it is pushed.
final class NinjsRoundTripTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NINJS = "application/vnd.iptc.ninjs+json";

    /// IPTC's own schema of ninjs 3.1 (github.com/iptc/newsinjson, CC BY 4.0), of which no copy is kept here:
    /// where a copy of it is, for whoever wants the items held against it.
    private static final String SCHEMA = System.getProperty("ninjs.schema", "");

    private final Enricher enricher =
            new Enricher(KnownFormats.readers(), List.of(), Clock.fixed(NOON, ZoneOffset.UTC));

    static Stream<String> samples() throws IOException {
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
    @MethodSource("samples")
    void givesTheSameArticleWhenPushed(String file) throws IOException {
        for (Article article : articles(file)) {
            EnrichedDocument.Read read = read(NINJS, ArticleForm.NINJS.write(article));
            Article again = read.articles().getFirst();

            assertThat(read.warnings()).isEmpty();
            assertThat(again.text()).isEqualTo(article.text());
            assertThat(again.blocks()).isEqualTo(article.blocks());
            assertThat(again.title()).isEqualTo(article.title());
            assertThat(again.language()).isEqualTo(article.language());
            assertThat(again.topics()).extracting(ArticleTopic::id).isEqualTo(ids(article));
            assertThat(again.captions()).containsAll(article.captions());
            if (article.rights() != null) {
                assertThat(again.rights()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isValidByTheSchemaOfTheStandard(String file) throws IOException {
        assumeThat(SCHEMA).as("-Dninjs.schema=FILE").isNotEmpty();
        String standard = Files.readString(Path.of(SCHEMA))
                .replace("\"$ref\": \"https://geojson.org/schema/GeoJSON.json#\"", "\"type\": \"object\"");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(standard);
        for (Article article : articles(file)) {
            String item = new String(ArticleForm.NINJS.write(article), StandardCharsets.UTF_8);
            assertThat(schema.validate(item, InputFormat.JSON)).as(item).isEmpty();
        }
    }

    private static List<String> ids(Article article) {
        return article.topics().stream().map(ArticleTopic::id).toList();
    }

    private List<Article> articles(String file) throws IOException {
        byte[] content = Files.readAllBytes(SAMPLES.resolve(file));
        return read(MediaTypeGuess.of(file, content).toString(), content).articles().stream()
                .filter(article -> !article.text().isEmpty()) // a kill has none, and is answered 410
                .toList();
    }

    private EnrichedDocument.Read read(String type, byte[] content) {
        var raw = new RawArticle(
                "e1", "desk", "urn:item:1", type, null, null, null, ArticleStatus.USABLE, null, NOON, content);
        EnrichedDocument read = enricher.enrich(raw, null);
        assertThat(read).isInstanceOf(EnrichedDocument.Read.class);
        return (EnrichedDocument.Read) read;
    }
}
