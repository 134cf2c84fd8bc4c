package org.copyflow.formats.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.copyflow.events.EventJson;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.charset.TextDecoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Parses JSON of at most 200 nested levels and half a million tokens, with no field twice in an object and no string
/// over 20 million characters. Thread-safe.
///
/// JSON is UTF-8, or another encoding of Unicode that its first bytes give away (RFC 4627, section 3). A charset that
/// the media type names is believed; bytes that are no UTF-8 are read in the charset they look like.
public final class SafeJson {

    private static final int SHOWN_CHARS = 24;
    /// Brackets, names and values: the smallest takes two bytes of a document, and forty times that in memory. A
    /// thousand items of a feed have some 50,000.
    private static final int MAX_TOKENS = 500_000;

    private static final JsonMapper MAPPER = mapper();

    private SafeJson() {}

    /// @throws UnreadableDocumentException with code `unreadable-json`, saying what is wrong and where
    public static JsonNode root(PushedDocument document) {
        String charset = document.mediaType().charset();
        if (charset != null && !charset.toLowerCase(Locale.ROOT).startsWith("utf")) {
            return root(TextDecoder.decodeAll(document));
        }
        try {
            return MAPPER.readTree(document.content());
        } catch (JacksonException e) {
            if (charset == null && !TextDecoder.isUtf8(document.content())) {
                return root(TextDecoder.decodeAll(document));
            }
            throw unreadable(e, document.content());
        }
    }

    private static JsonMapper mapper() {
        JsonFactory events = EventJson.mapper().tokenStreamFactory();
        StreamReadConstraints constraints = events.streamReadConstraints()
                .rebuild()
                .maxTokenCount(MAX_TOKENS)
                .build();
        return new JsonMapper(
                events.rebuild().streamReadConstraints(constraints).build());
    }

    private static JsonNode root(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw unreadable(e, text);
        }
    }

    private static UnreadableDocumentException unreadable(JacksonException e, byte[] content) {
        TokenStreamLocation place = e.getLocation();
        int at = place == null ? -1 : (int) place.getByteOffset();
        if (at < 0 || at > content.length) {
            return unreadable(e, place, "");
        }
        int from = Math.max(0, at - SHOWN_CHARS);
        String before = new String(content, from, at - from, StandardCharsets.UTF_8);
        return unreadable(e, place, before);
    }

    private static UnreadableDocumentException unreadable(JacksonException e, String text) {
        TokenStreamLocation place = e.getLocation();
        int at = place == null ? -1 : (int) place.getCharOffset();
        boolean known = at >= 0 && at <= text.length();
        return unreadable(e, place, known ? text.substring(Math.max(0, at - SHOWN_CHARS), at) : "");
    }

    private static UnreadableDocumentException unreadable(
            JacksonException e, @Nullable TokenStreamLocation place, String before) {
        String where = place == null || place.getLineNr() < 0
                ? ""
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        String shown = before.strip().replaceAll("[\\p{Cntrl}\\uFFFD]", " ");
        return new UnreadableDocumentException(
                "unreadable-json",
                "The document is not valid JSON" + where + (shown.isEmpty() ? "" : ", after '" + shown + "'") + ": "
                        + reason(e) + ".",
                e);
    }

    /// What is wrong, in words that name no parser.
    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            String what = message.startsWith("Document nesting")
                    ? "it is nested deeper than is allowed"
                    : message.startsWith("String")
                            ? "a string is longer than is allowed"
                            : message.startsWith("Number")
                                    ? "a number is longer than is allowed"
                                    : message.startsWith("Token")
                                            ? "it has more brackets, names and values than are allowed"
                                            : "it is too large";
            return what + " (" + firstNumbers(message) + ")";
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return "it ends before it is complete";
        }
        if (message.startsWith("Duplicate")) {
            return "a field occurs twice in one object";
        }
        return message.contains("CTRL-CHAR")
                ? "a control character stands in it that JSON only allows as an escape"
                : "what stands there is no JSON";
    }

    /// The size that was met and the one allowed, out of the parser's sentence.
    private static String firstNumbers(String message) {
        var numbers = new StringBuilder();
        int found = 0;
        for (String word : message.split("[^0-9]+", -1)) {
            if (!word.isEmpty() && found < 2) {
                numbers.append(found == 0 ? "" : ", allowed are ").append(word);
                found++;
            }
        }
        return numbers.toString();
    }
}
