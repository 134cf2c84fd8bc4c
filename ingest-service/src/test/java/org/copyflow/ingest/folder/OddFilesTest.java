package org.copyflow.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.charset.TextDecoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are no plain files, have odd names, or are compressed: nothing of it leaves its folder or fills memory.
final class OddFilesTest {

    private static final String STORY = "# Ferry runs all night\n\nThe ferry runs all night from Monday.\n";

    @TempDir
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(root);
    }

    @Test
    void linksAreNeverFollowed() throws IOException {
        Path secret = Files.writeString(root.resolve(".secret"), STORY);
        Files.createSymbolicLink(folder.desk.resolve("link.md"), secret);

        folder.settledPass();

        assertThat(folder.kafka.articles()).isEmpty();
        assertThat(folder.json("failed/link.md.reason.json").path("code").asString())
                .isEqualTo("not-a-file");
        assertThat(secret).hasContent(STORY.strip() + "\n");
    }

    @Test
    void aPipeIsNeverOpened() throws Exception {
        int made = new ProcessBuilder("mkfifo", folder.desk.resolve("pipe.md").toString())
                .start()
                .waitFor();
        assertThat(made).isZero();

        folder.settledPass();

        assertThat(folder.json("failed/pipe.md.reason.json").path("code").asString())
                .isEqualTo("not-a-file");
    }

    @Test
    void aLinkedFolderIsNoSource() throws IOException {
        Path elsewhere = Files.createDirectory(root.resolve(".elsewhere"));
        Files.writeString(elsewhere.resolve("story.md"), STORY);
        Files.createSymbolicLink(root.resolve("linked"), elsewhere);

        FolderScan.Result result = folder.settledPass();

        assertThat(folder.kafka.articles()).isEmpty();
        assertThat(result.problems()).singleElement().asString().contains("'linked'");
    }

    @Test
    void foldersWithoutASourcesNameAndFilesWithoutASourceAreSaid() throws IOException {
        Files.createDirectory(root.resolve("City Desk"));
        Files.writeString(root.resolve("stray.md"), STORY);
        Files.createDirectory(folder.desk.resolve("2026"));

        assertThat(folder.settledPass().problems())
                .hasSize(3)
                .anyMatch(problem -> problem.contains("'City Desk'"))
                .anyMatch(problem -> problem.contains("'stray.md'"))
                .anyMatch(problem -> problem.contains("'2026'"));
        assertThat(folder.kafka.articles()).isEmpty();
    }

    @Test
    void compressedFilesAreInflatedUpToTheLimit() {
        folder.drop("one.md.gz", TestFolder.gzip(STORY.getBytes(StandardCharsets.UTF_8)));
        folder.drop("two.md.zst", Zstd.compress(STORY.getBytes(StandardCharsets.UTF_8)));
        folder.drop("bomb.md.gz", TestFolder.gzip(new byte[TestFolder.MAX_FILE_BYTES + 1]));
        folder.drop("bomb.md.zst", Zstd.compress(new byte[TestFolder.MAX_FILE_BYTES + 1]));
        folder.drop("cut.md.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0});

        folder.settledPass();

        assertThat(folder.kafka.articles())
                .extracting(RawArticle::uri)
                .containsExactlyInAnyOrder("file:one.md", "file:two.md");
        assertThat(folder.kafka.articles())
                .allMatch(article -> new String(article.content(), StandardCharsets.UTF_8).equals(STORY));
        assertThat(folder.json("failed/bomb.md.gz.reason.json").path("code").asString())
                .isEqualTo("body-too-large");
        assertThat(folder.json("failed/bomb.md.zst.reason.json").path("code").asString())
                .isEqualTo("body-too-large");
        assertThat(folder.json("failed/cut.md.gz.reason.json").path("code").asString())
                .isEqualTo("invalid-compression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "Big5", "UTF-16", "windows-1251"})
    void aTextIsInTheCharsetThatItsBytesTell(String charset) {
        String story = charset.equals("windows-1251")
                ? "Паром ходит всю ночь с понедельника, сообщили в порту в пятницу вечером.\n"
                : "渡輪星期一起通宵行駛,港口管理局星期五晚上說。\n乘客可以在碼頭購買船票。\n";
        folder.drop("story.txt", story.getBytes(Charset.forName(charset)));

        folder.settledPass();

        RawArticle article = folder.kafka.only();
        String told = MediaType.parse(article.contentType()).charset();
        assertThat(told).isNotNull();
        assertThat(TextDecoder.decode(article.content(), told)).isEqualTo(story);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two\nlines.md", "tab\t.md", "..md", "ümläut 新闻.md", "-rf.md", "a%2F..%2Fb.md", "a\u202Efdp.md"})
    void oddNamesAreFiledUnderTheirOwnNameOrStayDotfiles(String name) {
        folder.drop(name, STORY);

        folder.settledPass();

        if (name.startsWith(".")) {
            assertThat(folder.names("done")).isEmpty();
        } else {
            assertThat(folder.names("done"))
                    .hasSize(2)
                    .contains(name)
                    .allMatch(one -> one.equals(name) || one.endsWith(".report.json"));
            assertThat(folder.kafka.only().uri())
                    .startsWith("file:")
                    .doesNotContain("\n")
                    .doesNotContain("/");
        }
    }

    @Test
    void aNameAsLongAsAFileSystemTakesIsFiledTwice() {
        String name = "n".repeat(252) + ".md";
        folder.drop(name, STORY);
        folder.settledPass();
        folder.drop(name, STORY + STORY);
        folder.settledPass();

        assertThat(folder.names("done")).hasSize(4).contains(name);
        assertThat(folder.kafka.articles()).extracting(RawArticle::uri).containsOnly("file:" + name);
    }

    @Test
    void whatIsNoTextIsRefused() {
        folder.drop("picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0});

        folder.settledPass();

        assertThat(folder.json("failed/picture.reason.json").path("code").asString())
                .isEqualTo("unknown-media-type");
    }
}
