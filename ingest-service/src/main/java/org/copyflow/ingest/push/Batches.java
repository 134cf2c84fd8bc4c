package org.copyflow.ingest.push;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// Takes a batch apart: lines of JSON with an article each, or a document of a format that carries several items, as a
/// feed. What is wrong with one item refuses that item; what is wrong with the batch refuses all of it. Thread-safe.
public final class Batches {

    private static final Set<String> LINES_OF_JSON =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");

    private final Intake intake;
    private final int maxItems;
    private final int maxArticleBytes;
    private final BatchLine.Reader lines;

    /// @param maxItems how many items one batch may carry
    /// @param maxArticleBytes how long each of them may be
    public Batches(Intake intake, int maxItems, int maxArticleBytes) {
        this.intake = intake;
        this.maxItems = maxItems;
        this.maxArticleBytes = maxArticleBytes;
        this.lines = new BatchLine.Reader(maxArticleBytes);
    }

    /// @param given what the request says of all its items
    /// @throws ProblemException where the batch as a whole cannot be taken
    public List<BatchItem> take(byte[] body, @Nullable String contentType, Map<PushParameter, String> given) {
        PushParameters said = PushParameters.parse(given);
        if (!isLinesOfJson(contentType)) {
            return takeItems(intake.take(body, contentType, said));
        }
        if (said.uri() != null) {
            throw Refusal.BAD_PARAMETER.because(
                    "The parameter uri names one item, but a batch carries several. Say \"uri\" on each line instead.");
        }
        return takeLines(body, given);
    }

    private List<BatchItem> takeItems(List<BatchItem> all) {
        var items = new ArrayList<BatchItem>(all.size());
        for (BatchItem item : all) {
            boolean isTooLarge =
                    item instanceof BatchItem.Taken(RawArticle article) && article.content().length > maxArticleBytes;
            items.add(isTooLarge ? new BatchItem.Refused(tooLarge("Item " + (items.size() + 1))) : item);
        }
        return items;
    }

    private List<BatchItem> takeLines(byte[] body, Map<PushParameter, String> given) {
        var items = new ArrayList<BatchItem>();
        int number = 0;
        for (int start = 0; start < body.length; ) {
            int end = endOfLine(body, start);
            number++;
            if (!isBlank(body, start, end)) {
                if (items.size() == maxItems) {
                    throw Refusal.TOO_MANY_ITEMS.because("The batch has more lines than the limit, " + maxItems
                            + "; nothing of it was taken. Push it in parts.");
                }
                items.add(takeLine(body, start, end, number, given));
            }
            start = end + 1;
        }
        if (items.isEmpty()) {
            throw Refusal.EMPTY_BODY.because("The batch has no line. Push one JSON object a line.");
        }
        return items;
    }

    private BatchItem takeLine(byte[] body, int start, int end, int number, Map<PushParameter, String> given) {
        try {
            BatchLine line = lines.read(body, start, end, number);
            byte[] content = String.valueOf(line.content()).getBytes(StandardCharsets.UTF_8);
            if (content.length > maxArticleBytes) {
                throw tooLarge("Line " + number);
            }
            List<BatchItem> items = intake.take(
                    content, asUtf8(String.valueOf(line.mediaType())), PushParameters.parse(line.over(given)));
            if (items.size() > 1) {
                throw Refusal.TOO_MANY_ITEMS.because("Line " + number + " carries " + items.size()
                        + " items, but a line of a batch is one. Push that document by itself.");
            }
            return items.getFirst();
        } catch (ProblemException e) {
            return new BatchItem.Refused(e);
        }
    }

    private ProblemException tooLarge(String which) {
        return BatchLine.tooLarge(which, maxArticleBytes, null);
    }

    private static String asUtf8(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon)) + "; charset=UTF-8";
    }

    private static boolean isLinesOfJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return LINES_OF_JSON.contains(type.strip().toLowerCase(Locale.ROOT));
    }

    private static int endOfLine(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\r' && body[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
