package org.copyflow.ingest.folder;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.MediaTypeGuess;
import org.copyflow.ingest.files.Inflation;
import org.copyflow.ingest.push.BatchItem;
import org.copyflow.ingest.push.Batches;
import org.copyflow.ingest.push.PushParameter;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.ingest.push.Refusal;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;

/// Makes articles of a file: what it is, by its name and content; its items; and what each of them is called. A file
/// whose format gives it no identity is known by its own name, so that a corrected file under the same name is a new
/// version of the same item. Thread-safe.
final class FileIntake {

    private static final String UNKNOWN = "application/octet-stream";
    private static final int MAX_URI_CHARS = 2_048;

    private final Batches batches;
    private final int maxBytes;

    FileIntake(Batches batches, int maxBytes) {
        this.batches = batches;
        this.maxBytes = maxBytes;
    }

    /// @throws org.copyflow.kit.server.ProblemException where nothing of the file can be taken
    /// @throws IOException where it cannot be read now
    List<BatchItem> take(DroppedFile file, String source) throws IOException {
        byte[] content = content(file);
        String name = uncompressed(file.name());
        MediaType mediaType = mediaType(name, content);
        List<BatchItem> items = batches.take(content, mediaType.toString(), Map.of(PushParameter.SOURCE, source));
        return items.size() == 1 && items.getFirst() instanceof BatchItem.Taken(RawArticle article)
                ? List.of(new BatchItem.Taken(named(article, name)))
                : items;
    }

    private byte[] content(DroppedFile file) throws IOException {
        if (!file.regular()) {
            throw new ProblemException(Problem.of(
                    422,
                    "not-a-file",
                    "What was dropped is no file",
                    PushParameters.shown(file.name())
                            + " is a link, a pipe or a device, which are never read. Drop the file itself."));
        }
        try (InputStream in = Files.newInputStream(file.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return Inflation.read(in, maxBytes);
        } catch (AccessDeniedException e) {
            throw new ProblemException(Problem.of(
                    422,
                    "file-not-readable",
                    "The file may not be read",
                    "Ingest may not read " + PushParameters.shown(file.name())
                            + ". Give its user the right to, and drop the file again."));
        }
    }

    private static MediaType mediaType(String name, byte[] content) {
        MediaType guess = MediaTypeGuess.of(name, content);
        if (guess.type().equals(UNKNOWN)) {
            throw Refusal.UNKNOWN_MEDIA_TYPE.because("Neither the name of the file nor how it begins says what "
                    + PushParameters.shown(name) + " is. Drop text, and name it by what it is, as story.html.");
        }
        return guess;
    }

    /// `story.xml.gz` is a `story.xml`.
    private static String uncompressed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean compressed = lower.endsWith(".gz") || lower.endsWith(".zst");
        return compressed ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /// Intake calls an article that says nothing of itself by its content's hash; here the file has a better name.
    private static RawArticle named(RawArticle article, String name) {
        if (!article.uri().equals(DocumentIds.contentUri(article.content()))) {
            return article;
        }
        String encoded =
                "file:" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        String uri = encoded.length() <= MAX_URI_CHARS
                ? encoded
                : DocumentIds.contentUri(name.getBytes(StandardCharsets.UTF_8));
        return article.named(uri);
    }
}
