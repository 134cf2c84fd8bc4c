package org.copyflow.ingest.feeds;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.copyflow.ingest.push.PushParameter;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// The file that lists feeds: a line each, as `https://example.org/feed.xml city-desk 10m`; the interval may be left
/// out. Blank lines and those that begin with `#` are passed over.
final class FeedList {

    static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final int MAX_FEEDS = 5_000;
    private static final long MAX_FILE_BYTES = 4_000_000;
    private static final int PARTS = 3;

    private final Duration interval;
    private final List<Feed> feeds = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /// @param interval for the feeds that name none
    private FeedList(Duration interval) {
        this.interval = interval;
    }

    /// @throws IOException where the file cannot be used, with every line that is wrong
    static List<Feed> read(Path file, Duration interval) throws IOException {
        List<String> lines;
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IOException(file + " is larger than " + MAX_FILE_BYTES + " bytes; is it a list of feeds?");
            }
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        } catch (MalformedInputException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
        var list = new FeedList(interval);
        for (int i = 0; i < lines.size(); i++) {
            list.readLine(i + 1, lines.get(i).strip());
        }
        if (!list.problems.isEmpty()) {
            throw new IOException(file + ": " + String.join("; ", list.problems));
        }
        return List.copyOf(list.feeds);
    }

    private void readLine(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String problem = add(line.split("\\s+", -1));
        if (problem != null) {
            problems.add("line " + number + ": " + problem);
        }
    }

    private @Nullable String add(String[] parts) {
        if (parts.length < PARTS - 1 || parts.length > PARTS) {
            return "it must have an address, a source and perhaps an interval, as"
                    + " 'https://example.org/feed.xml city-desk 10m'";
        }
        HttpUrl url = HttpUrl.parse(parts[0]);
        if (url == null) {
            return PushParameters.shown(parts[0]) + " is no http or https address";
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            return "the address holds a name or a password; those are not sent, so leave them out";
        }
        Duration each = parts.length < PARTS ? interval : duration(parts[2]);
        if (each == null || each.compareTo(SHORTEST) < 0) {
            return PushParameters.shown(parts[2]) + " is no interval of at least a minute, as 10m or 2h";
        }
        try {
            PushParameters.parse(Map.of(PushParameter.SOURCE, parts[1]));
        } catch (ProblemException e) {
            return e.problem().detail();
        }
        return add(new Feed(url, parts[1], each));
    }

    private @Nullable String add(Feed feed) {
        if (!ids.add(feed.id())) {
            return feed.url() + " stands there twice for " + feed.source();
        }
        if (feeds.size() == MAX_FEEDS) {
            return "there are more than " + MAX_FEEDS + " feeds";
        }
        feeds.add(feed);
        return null;
    }

    private static @Nullable Duration duration(String text) {
        if (!text.matches("\\d{1,6}[smhd]")) {
            return null;
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
