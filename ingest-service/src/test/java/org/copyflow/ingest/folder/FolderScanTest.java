package org.copyflow.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.copyflow.events.raw.RawArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to files that are dropped: in time, across crashes, while Kafka is down, in large numbers.
final class FolderScanTest {

    private static final String STORY = "# Ferry runs all night\n\nThe ferry runs all night from Monday.\n";
    private static final String FEED = """
            <rss version="2.0"><channel><title>Port</title><link>https://port.example</link><description>d</description>
            <item><guid>port:1</guid><title>One</title><description>One ferry.</description></item>
            <item><guid>port:2</guid><title>Two</title><description>%s</description></item>
            </channel></rss>""";

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(root);
    }

    @Test
    void aReportTakesNoOtherFilesName() throws IOException {
        folder.drop("story.md.report.json", "{\"uri\":\"urn:x\",\"headline\":\"Ice\",\"body_text\":\"Ice.\"}");
        folder.settledPass();
        folder.drop("story.md", STORY);
        folder.settledPass();

        assertThat(folder.desk.resolve("done/story.md.report.json")).content().contains("urn:x");
        assertThat(folder.names("done")).hasSize(4);
    }

    @Test
    void aCompleteFileIsPushedAndFiledWithAReport() {
        folder.drop("story.md", STORY);

        assertThat(folder.settledPass().filed()).isEqualTo(1);

        RawArticle article = folder.kafka.only();
        assertThat(article.source()).isEqualTo("desk");
        assertThat(article.uri()).isEqualTo("file:story.md");
        assertThat(article.contentType()).isEqualTo("text/markdown");
        assertThat(folder.names("")).containsExactly(".taken", "done");
        assertThat(folder.names("done")).containsExactly("story.md", "story.md.report.json");
        var report = folder.json("done/story.md.report.json");
        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.at("/items/0/id").asString()).isEqualTo(article.documentId());
        assertThat(report.at("/items/0/receipt").asString()).isEqualTo("/v1/receipts/3-0");
    }

    @Test
    void aFileThatGrowsIsLeftAlone() {
        for (int written = 1; written <= 5; written++) {
            folder.drop("story.md", STORY.repeat(written));
            folder.pass();
            folder.clock.pass(TestFolder.SETTLE.minusMillis(1));
        }
        assertThat(folder.kafka.articles()).isEmpty();

        folder.clock.pass(Duration.ofMillis(1));
        folder.pass();

        assertThat(folder.kafka.only().content()).hasSize(5 * STORY.length());
    }

    @Test
    void aFileWithoutAByteGetsLonger() {
        folder.drop("story.md", "");
        folder.pass();
        folder.clock.pass(TestFolder.SETTLE.multipliedBy(10));
        assertThat(folder.pass().filed()).isZero();

        folder.drop("story.md", STORY);
        folder.settledPass();

        assertThat(folder.names("done")).contains("story.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md.part", "a.tmp", ".a.md", "a.filepart", "a.crdownload", "a.md~", "a.PART"})
    void aPartialFileWaitsForItsRealName(String partial) throws IOException {
        folder.drop(partial, STORY);
        assertThat(folder.settledPass().filed()).isZero();

        Files.move(folder.desk.resolve(partial), folder.desk.resolve("a.md"));

        assertThat(folder.settledPass().filed()).isEqualTo(1);
    }

    @Test
    void aRefusedFileHasItsReasonBesideIt() {
        folder.drop("empty.md", "  \n");

        folder.settledPass();

        assertThat(folder.kafka.articles()).isEmpty();
        assertThat(folder.names("failed")).containsExactly("empty.md", "empty.md.reason.json");
        var reason = folder.json("failed/empty.md.reason.json");
        assertThat(reason.path("code").asString()).isEqualTo("empty-body");
        assertThat(reason.path("detail").asString()).contains("3 bytes");
        assertThat(reason.path("file").asString()).isEqualTo("empty.md");
    }

    @Test
    void aFeedsItemsAreAnsweredEach() {
        folder.drop("feed.xml", FEED.formatted("x".repeat(TestFolder.MAX_ARTICLE_BYTES)));

        folder.settledPass();

        assertThat(folder.kafka.only().uri()).isEqualTo("port:1");
        var reason = folder.json("failed/feed.xml.reason.json");
        assertThat(reason.path("accepted").asInt()).isEqualTo(1);
        assertThat(reason.path("refused").asInt()).isEqualTo(1);
        assertThat(reason.at("/items/0/status").asString()).isEqualTo("accepted");
        assertThat(reason.at("/items/1/code").asString()).isEqualTo("body-too-large");
    }

    @Test
    void aMendedFeedIsDoneAndNothingIsWrittenOver() {
        folder.drop("feed.xml", FEED.formatted("Two ferries."));
        folder.settledPass();
        folder.drop("feed.xml", FEED.formatted("Three ferries."));
        folder.settledPass();

        assertThat(folder.kafka.articles()).hasSize(4);
        assertThat(folder.names("done"))
                .hasSize(4)
                .contains("feed.xml", "feed.xml.report.json")
                .anyMatch(name -> name.matches("feed~\\d{8}T\\d{9}\\.xml"))
                .anyMatch(name -> name.matches("feed~\\d{8}T\\d{9}\\.xml\\.report\\.json"));
    }

    @Test
    void whileKafkaIsDownFilesStayAndAreTriedAgain() {
        folder.drop("one.md", STORY);
        folder.drop("two.md", STORY);
        folder.kafka.goDownAfter(1);

        FolderScan.Result down = folder.settledPass();

        assertThat(down.kafkaDown()).isTrue();
        assertThat(down.filed()).isEqualTo(1);
        assertThat(down.waiting()).isEqualTo(1);
        assertThat(folder.names("done")).hasSize(2);
        assertThat(folder.names(".taken")).hasSize(1);

        folder.kafka.goDownAfter(Integer.MAX_VALUE);
        assertThat(folder.pass().filed()).isEqualTo(1);

        assertThat(folder.kafka.articles())
                .extracting(RawArticle::uri)
                .containsExactlyInAnyOrder("file:one.md", "file:two.md");
        assertThat(folder.names(".taken")).isEmpty();
    }

    @Test
    void whatWasTakenBeforeACrashIsPushedByTheNextProcess() throws IOException {
        folder.drop("story.md", STORY);
        folder.kafka.goDownAfter(0);
        folder.settledPass();
        assertThat(folder.names(".taken")).containsExactly("story.md");

        folder.restart();
        folder.kafka.goDownAfter(Integer.MAX_VALUE);
        folder.settledPass();

        assertThat(folder.kafka.only().uri()).isEqualTo("file:story.md");
        assertThat(folder.names("done")).contains("story.md");
        assertThat(folder.names(".taken")).isEmpty();
    }

    @Test
    void aCrashBeforeTheMoveGivesTheSameItemAgain() throws IOException {
        folder.drop("story.md", STORY);
        folder.settledPass();
        // the move is what did not happen
        Files.move(folder.desk.resolve("done/story.md"), folder.desk.resolve(".taken/story.md"));

        folder.restart();
        folder.settledPass();

        List<RawArticle> pushed = folder.kafka.articles();
        assertThat(pushed).hasSize(2);
        assertThat(pushed.get(0).documentId()).isEqualTo(pushed.get(1).documentId());
        assertThat(pushed.get(0).content()).isEqualTo(pushed.get(1).content());
        assertThat(folder.names("done")).containsExactly("story.md", "story.md.report.json");
    }

    @Test
    void whatCannotBeFiledIsNotPublishedAgain() throws IOException {
        Path elsewhere = Files.createDirectory(root.resolve(".elsewhere"));
        Files.createSymbolicLink(folder.desk.resolve("done"), elsewhere);
        folder.drop("story.md", STORY);

        FolderScan.Result stuck = folder.settledPass();
        folder.settledPass();

        assertThat(stuck.problems())
                .singleElement()
                .asString()
                .contains("cannot be moved")
                .contains("done");
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(folder.desk.resolve("done"));
        assertThat(folder.pass().filed()).isEqualTo(1);
        assertThat(folder.kafka.only().uri()).isEqualTo("file:story.md");
    }

    @Test
    void thousandsOfFilesArePushedSoManyAPassOldestFirst() throws IOException {
        int files = 3 * FolderScan.MAX_FILES_PER_SOURCE - 50;
        for (int i = 0; i < files; i++) {
            Path file = folder.drop("story-" + i + ".md", STORY + i);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000L - i * 1_000L));
        }
        FolderScan.Result first = folder.settledPass();

        assertThat(first.filed()).isEqualTo(FolderScan.MAX_FILES_PER_SOURCE);
        assertThat(first.more()).isTrue();
        assertThat(first.waiting()).isEqualTo(files - FolderScan.MAX_FILES_PER_SOURCE);
        assertThat(folder.kafka.articles().getFirst().uri()).isEqualTo("file:story-" + (files - 1) + ".md");
        assertThat(folder.pass().filed()).isEqualTo(FolderScan.MAX_FILES_PER_SOURCE);
        FolderScan.Result last = folder.pass();
        assertThat(last.more()).isFalse();
        assertThat(last.waiting()).isZero();
        assertThat(folder.kafka.articles()).hasSize(files);
    }

    @Test
    void anotherFileOfTheSameNameWaitsUntilTheFirstIsDealtWith() {
        folder.kafka.goDownAfter(0);
        folder.drop("story.md", STORY);
        folder.settledPass();
        folder.drop("story.md", STORY + "Corrected.");
        folder.settledPass();
        assertThat(folder.names("")).contains("story.md");

        folder.kafka.goDownAfter(Integer.MAX_VALUE);
        folder.settledPass();
        folder.settledPass();

        assertThat(folder.kafka.articles())
                .extracting(article -> article.content().length)
                .containsExactly(STORY.length(), STORY.length() + "Corrected.".length());
    }

    @Test
    void aSourceThatCannotBeWorkedDoesNotHoldUpTheOthers() throws IOException {
        Path broken = Files.createDirectory(root.resolve("aaa"));
        Files.writeString(broken.resolve(".taken"), "a file where a folder must be");
        Files.writeString(broken.resolve("story.md"), STORY);
        folder.drop("story.md", STORY);

        FolderScan.Result result = folder.settledPass();

        assertThat(result.problems()).singleElement().asString().contains("aaa").contains("remove it");
        assertThat(folder.kafka.only().source()).isEqualTo("desk");
        assertThat(broken.resolve("story.md")).exists();
    }
}
