package org.copyflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.copyflow.events.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EnrichCommandTest {

    private static final String STORY = "The council voted on Tuesday. The bridge will cost 4 million euros.";

    @TempDir
    private Path folder;

    @Test
    void printsALineForEachFileInTheirOrder() throws IOException {
        String good = write("good.txt", STORY);
        String bad = write("bad.pdf", "%PDF-1.7");

        Run run = Run.of("enrich", good, bad, folder.resolve("missing.txt").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        List<JsonNode> lines = json(run);
        assertThat(lines)
                .extracting(line -> line.path("input").asString())
                .containsExactly(good, bad, folder.resolve("missing.txt").toString());
        assertThat(lines)
                .extracting(line -> line.path("outcome").asString())
                .containsExactly("published", "dead-lettered", "dead-lettered");
        assertThat(lines)
                .extracting(line -> line.at("/error/code").asString(""))
                .containsExactly("", "unknown-media-type", "file-not-found");
        assertThat(lines.getFirst().at("/articles/0/text").asString()).isEqualTo(STORY);
        assertThat(lines.get(1).path("articles").isArray()).isTrue();
        assertThat(lines.get(1).path("articles")).isEmpty();
    }

    @Test
    void keepsTheOrderOfALongBatch() throws IOException {
        List<String> ids = IntStream.range(0, 300).mapToObj(i -> "doc-" + i).toList();
        String batch = write(
                "batch.ndjson",
                String.join(
                        "\n",
                        ids.stream()
                                .map(id -> "{\"id\":\"" + id + "\",\"mediaType\":\"text/plain\",\"content\":\""
                                        + STORY.repeat(5) + "\",\"language\":null}")
                                .toList()));

        Run run = Run.of("enrich", "--batch", batch);

        assertThat(run.exitCode()).isZero();
        assertThat(json(run)).extracting(line -> line.path("input").asString()).isEqualTo(ids);
    }

    @Test
    void namesTheLineOfABatchThatCannotBeRead() throws IOException {
        String batch = write("batch.ndjson", """
                {"id":"a","mediaType":"text/plain","content":"One."}

                {"id":"b","mediaType":"text/plain"}
                {"id":"c",
                {"id":"d","mediaType":"no type","content":"Four."}
                """);

        Run run = Run.of("enrich", "--batch", batch);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(json(run))
                .extracting(line -> line.path("input").asString())
                .containsExactly("a", "line 3", "line 4", "line 5");
        assertThat(json(run))
                .extracting(line -> line.at("/error/code").asString(""))
                .containsExactly("", "bad-batch-line", "bad-batch-line", "bad-batch-line");
    }

    @Test
    void readsABatchsTextAsItIsWhateverCharsetItsPageNames() throws IOException {
        String batch = write("batch.ndjson", """
                {"id":"a","url":"https://example.org/a","mediaType":"text/html; charset=gb2312",\
                "content":"<meta charset=gb2312><article><h1>Brücke</h1>\
                <p>Die Brücke wird gebaut, sagte die Stadt am Montag, und sie soll nach drei Jahren fertig sein.</p>\
                <p>Die Bürger hatten lange darauf gewartet, denn die alte Brücke ist seit dem Frühjahr gesperrt.</p>\
                </article>"}
                """);

        assertThat(json(Run.of("enrich", "--batch", batch))
                        .getFirst()
                        .at("/articles/0/text")
                        .asString())
                .contains("Die Brücke");
    }

    @Test
    void showsWhereFieldsCameFromWhenAsked() throws IOException {
        String page = write("page.html", """
                <html><head><title>Council backs bridge</title></head><body><article>
                <h1>Council backs bridge</h1><p>%s</p></article></body></html>
                """.formatted(STORY.repeat(3)));

        assertThat(json(Run.of("enrich", page))
                        .getFirst()
                        .at("/articles/0/evidence")
                        .isMissingNode())
                .isTrue();
        assertThat(json(Run.of("enrich", "--explain", page))
                        .getFirst()
                        .at("/articles/0/evidence/title")
                        .asString(""))
                .isNotEmpty();
        assertThat(json(Run.of("enrich", "--explain", page))
                        .getFirst()
                        .at("/articles/0/evidence/text candidates")
                        .asString(""))
                .startsWith("block models: ");
        assertThat(json(Run.of("enrich", "--explain", page))
                        .getFirst()
                        .at("/explanations/0/candidates/0/chosen")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void takesTheMediaTypeThatIsGiven() throws IOException {
        String page = write("page.txt", STORY);

        Run run = Run.of("enrich", "--media-type", "application/x-unheard-of", page);

        assertThat(json(run).getFirst().at("/error/code").asString()).isEqualTo("unknown-media-type");
        assertThat(Run.of("enrich", "--media-type", "nonsense", page).exitCode())
                .isEqualTo(2);
    }

    @Test
    void refusesToDoNothing() {
        Run run = Run.of("enrich");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Nothing to enrich").contains("--bootstrap-server");
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static List<JsonNode> json(Run run) {
        return run.lines().stream().map(EventJson.mapper()::readTree).toList();
    }
}
