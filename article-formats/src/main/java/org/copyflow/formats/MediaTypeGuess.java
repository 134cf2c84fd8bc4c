package org.copyflow.formats;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says what media type a file probably has: by its ending where that decides, else by how its content begins.
///
/// For files only, where nobody named a type. What a caller names is never overruled by a guess.
public final class MediaTypeGuess {

    /// How much of the content is looked at.
    public static final int HEAD_BYTES = 16 * 1024;

    private static final String XML = "application/xml";
    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("xhtml", "text/html"),
            Map.entry("md", "text/markdown"),
            Map.entry("markdown", "text/markdown"),
            Map.entry("json", "application/json"),
            Map.entry("jsonld", "application/ld+json"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("jsonl", "application/x-ndjson"),
            Map.entry("rss", "application/rss+xml"),
            Map.entry("atom", "application/atom+xml"),
            Map.entry("pdf", "application/pdf"));

    private static final Map<String, String> BY_ROOT_ELEMENT = Map.ofEntries(
            Map.entry("rss", "application/rss+xml"),
            Map.entry("rdf", "application/rss+xml"),
            Map.entry("feed", "application/atom+xml"),
            Map.entry("newsitem", "application/vnd.iptc.g2.newsitem+xml"),
            Map.entry("newsmessage", "application/vnd.iptc.g2.newsmessage+xml"),
            Map.entry("packageitem", "application/vnd.iptc.g2.packageitem+xml"),
            Map.entry("nitf", "application/x-nitf+xml"),
            Map.entry("html", "text/html"));

    private MediaTypeGuess() {}

    /// @param fileName a name or path; only its ending counts
    /// @param content the file's bytes, or at least its first [#HEAD_BYTES]
    /// @return `application/octet-stream` where the content is not text
    public static MediaType of(String fileName, byte[] content) {
        String byEnding = BY_ENDING.get(ending(fileName));
        String type = byEnding == null ? byContent(content) : byEnding;
        boolean isXml = type.equals("text/html") && ending(fileName).equals("xml");
        return new MediaType(isXml && !isPage(content) ? XML : type, null);
    }

    private static boolean isPage(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        return "html".equals(rootElement(withoutZeros(head)));
    }

    private static String ending(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String byContent(byte[] content) {
        int length = Math.min(content.length, HEAD_BYTES);
        // bytes as characters: the signs looked for are ASCII, in UTF-8 as in any legacy charset
        String head = new String(content, 0, length, StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ef\u00bb\u00bf")) {
            head = head.substring(3);
        }
        if (head.startsWith("%PDF-")) {
            return "application/pdf";
        }
        head = withoutZeros(head);
        if (head.indexOf('\0') >= 0) {
            return UNKNOWN;
        }
        String text = head.stripLeading();
        if (text.startsWith("<")) {
            return byMarkup(text);
        }
        if (beginsObject(text)
                || (text.startsWith("[") && beginsObject(text.substring(1).stripLeading()))) {
            return "application/json";
        }
        return isMarkdown(head) ? "text/markdown" : "text/plain";
    }

    /// Of UTF-16 and UTF-32 that begins with ASCII, as markup and JSON do, the bytes that are not zero.
    private static String withoutZeros(String head) {
        String start = head.substring(0, Math.min(4, head.length()));
        boolean marked = start.startsWith("\u00fe\u00ff")
                || start.startsWith("\u00ff\u00fe")
                || start.startsWith("\0\0\u00fe\u00ff");
        boolean markup = start.replace("\0", "").matches("[<{\\[].?") && start.indexOf('\0') >= 0;
        return marked || markup ? head.replaceAll("[\\x00\u00fe\u00ff]", "") : head;
    }

    private static boolean beginsObject(String text) {
        return text.startsWith("{") && text.substring(1).stripLeading().startsWith("\"");
    }

    private static String byMarkup(String text) {
        String root = rootElement(text);
        if (root == null) {
            return text.startsWith("<?xml") ? XML : "text/html";
        }
        String byRoot = BY_ROOT_ELEMENT.get(root);
        if (byRoot != null) {
            return byRoot;
        }
        return text.startsWith("<?xml") ? XML : "text/html";
    }

    /// The first element's local name in lower case, after declarations, comments and the document type.
    private static @Nullable String rootElement(String text) {
        int at = 0;
        while ((at = text.indexOf('<', at)) >= 0) {
            if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
                at++;
            } else {
                return localName(text, at + 1);
            }
        }
        return null;
    }

    private static @Nullable String localName(String text, int start) {
        int end = start;
        while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        String local = name.substring(name.indexOf(':') + 1);
        return local.isEmpty() ? null : local;
    }

    /// A heading (`# …`) at the start or after a blank line, or a link or picture in Markdown's notation.
    private static boolean isMarkdown(String head) {
        if (head.contains("](http") || head.contains("![")) {
            return true;
        }
        boolean afterBlank = true;
        for (String line : (Iterable<String>) head.lines()::iterator) {
            if (afterBlank && isHeading(line)) {
                return true;
            }
            afterBlank = line.isBlank();
        }
        return false;
    }

    private static boolean isHeading(String line) {
        int signs = 0;
        while (signs < line.length() && line.charAt(signs) == '#') {
            signs++;
        }
        return signs >= 1 && signs <= 6 && signs + 1 < line.length() && line.charAt(signs) == ' ';
    }
}
