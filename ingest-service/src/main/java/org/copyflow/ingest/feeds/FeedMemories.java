package org.copyflow.ingest.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.copyflow.events.EventJson;
import org.copyflow.ingest.files.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// What is remembered of feeds, on disk: a small JSON file a feed, written whole. Safe for feeds that are looked at at
/// the same time; one feed is looked at by one thread at a time.
final class FeedMemories {

    private static final Logger LOG = LoggerFactory.getLogger(FeedMemories.class);
    private static final long MAX_FILE_BYTES = 4_000_000;

    private final Path folder;

    FeedMemories(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// What is remembered; nothing of a feed that is new, or whose file is damaged: then its items are pushed once
    /// more, and dropped downstream as duplicates.
    FeedMemory of(Feed feed) throws IOException {
        Path file = file(feed);
        try {
            if (Files.size(file) <= MAX_FILE_BYTES) {
                FeedMemory memory = EventJson.mapper().readValue(Files.readAllBytes(file), FeedMemory.class);
                if (memory != null) {
                    return memory;
                }
            }
            LOG.atWarn().addKeyValue("file", file).log("the memory of a feed is damaged: it begins anew");
        } catch (NoSuchFileException e) {
            LOG.atDebug().addKeyValue("feed", feed.url()).log("a new feed");
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("why", e.getMessage())
                    .log("the memory of a feed is damaged: it begins anew");
        }
        return FeedMemory.none(feed);
    }

    void keep(Feed feed, FeedMemory memory) throws IOException {
        WholeFile.write(file(feed), EventJson.mapper().writeValueAsBytes(memory));
    }

    private Path file(Feed feed) {
        return folder.resolve(feed.id() + ".json");
    }
}
