package org.copyflow.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file that lists feeds.
final class FeedListTest {

    @TempDir
    private Path folder;

    @Test
    void aLineIsAnAddressASourceAndPerhapsAnInterval() throws IOException {
        Path file = write("""
                # feeds of the region

                https://port.example/news.xml   harbour 5m
                http://town.example/feed    town-hall
                """);

        assertThat(FeedList.read(file, Duration.ofMinutes(10)))
                .extracting(feed -> feed.url() + " " + feed.source() + " " + feed.interval())
                .containsExactly(
                        "https://port.example/news.xml harbour PT5M", "http://town.example/feed town-hall PT10M");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsLine() throws IOException {
        Path file = write("""
                https://port.example/news.xml
                file:///etc/passwd desk
                https://me:secret@port.example/ desk
                https://port.example/a City-Desk
                https://port.example/a desk 5
                https://port.example/a desk 10s
                https://port.example/b desk
                https://port.example/b desk
                """);

        assertThatThrownBy(() -> FeedList.read(file, Duration.ofMinutes(10)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1: it must have an address, a source")
                .hasMessageContaining("line 2: 'file:///etc/passwd' is no http or https address")
                .hasMessageContaining("line 3: the address holds a name or a password")
                .hasMessageContaining("line 4: The source 'City-Desk'")
                .hasMessageContaining("line 5: '5' is no interval")
                .hasMessageContaining("line 6: '10s' is no interval")
                .hasMessageContaining("line 8: https://port.example/b stands there twice for desk")
                .message()
                .doesNotContain("line 7")
                .doesNotContain("secret");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> FeedList.read(folder.resolve("no-such"), Duration.ofMinutes(10)))
                .hasMessageContaining("there is no file")
                .hasMessageContaining("no-such");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("feeds.txt"), content);
    }
}
