package org.copyflow.input;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.copyflow.events.EventJson;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads a batch: on each line one JSON object `{"id", "url"?, "mediaType", "content", "language"?}`. Blank lines are
/// passed over; a line that cannot be read becomes an input that fails under the line's number.
public final class BatchLines {

    private BatchLines() {}

    /// The inputs, read as they are asked for.
    public static Stream<Input> of(BufferedReader lines) {
        var reader = new LineReader(lines);
        return Stream.generate(reader::next)
                .takeWhile(line -> !line.equals(LineReader.END))
                .filter(line -> !line.text().isBlank())
                .map(BatchLines::parse);
    }

    private static Input parse(LineReader.Line line) {
        if (line.isCut()) {
            return unreadable(line, "it is longer than the limit of " + LineReader.MAX_LINE_CHARS + " characters");
        }
        try {
            Row row = EventJson.mapper().readValue(line.text(), Row.class);
            if (row.id == null || row.mediaType == null || row.content == null) {
                return unreadable(line, "it needs id, mediaType and content");
            }
            // the content is text already: whatever charset it once had no longer holds
            var mediaType = new MediaType(MediaType.parse(row.mediaType).type(), "utf-8");
            byte[] content = row.content.getBytes(StandardCharsets.UTF_8);
            return new Input.OfDocument(row.id, new PushedDocument(content, mediaType, row.url, row.language));
        } catch (JacksonException e) {
            return unreadable(line, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return unreadable(line, String.valueOf(e.getMessage()));
        }
    }

    private static Input unreadable(LineReader.Line line, String why) {
        return new Input.Unreadable(
                "line " + line.number(), "bad-batch-line", "Line " + line.number() + " of the batch: " + why + ".");
    }

    private record Row(
            @Nullable String id,
            @Nullable String url,
            @Nullable String mediaType,
            @Nullable String content,
            @Nullable String language) {}
}
