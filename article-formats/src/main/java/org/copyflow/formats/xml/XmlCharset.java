package org.copyflow.formats.xml;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.charset.TextDecoder;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/// The characters of an XML document: the charset is the byte order mark's, else the one that the media type names,
/// else the one that the XML declaration names, else UTF-8 (RFC 7303, section 3); bytes that name none and are no UTF-8
/// are read in the charset that they look like.
final class XmlCharset {

    private static final String DECLARATION = "<?xml";
    private static final String ENCODING = "encoding";
    private static final int MAX_DECLARATION_BYTES = 256;
    private static final int MAX_PROLOG_BYTES = 4_096;

    private XmlCharset() {}

    /// What a parser reads: bytes where they are UTF-8, which is most of the time, else characters.
    ///
    /// @throws org.copyflow.formats.UnreadableDocumentException with code `unknown-charset` or `invalid-encoding`;
    ///     with `unreadable-xml` for what [LongStretches] refuses
    static InputSource source(PushedDocument document) {
        byte[] bytes = document.content();
        String named = document.mediaType().charset();
        String charset = named == null ? declared(bytes) : named;
        boolean utf8 = charset == null ? TextDecoder.isUtf8(bytes) && !hasZeros(bytes) : isUtf8(charset);
        if (utf8 && !NamedEntities.isLikely(bytes)) {
            if (bytes.length > LongStretches.MAX_CHARS) {
                LongStretches.refuse(new String(bytes, StandardCharsets.ISO_8859_1));
            }
            var source = new InputSource(new ByteArrayInputStream(withoutDoctype(bytes)));
            source.setEncoding(StandardCharsets.UTF_8.name());
            return source;
        }
        boolean sixteenBits = charset != null && charset.regionMatches(true, 0, "utf-16", 0, 6);
        String text = TextDecoder.decode(bytes, sixteenBits ? null : charset);
        LongStretches.refuse(text);
        return new InputSource(new StringReader(NamedEntities.resolved(withoutDoctype(text))));
    }

    /// Blanks instead of an ignorable document type, so that places in the document stay what they are.
    private static byte[] withoutDoctype(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, MAX_PROLOG_BYTES), StandardCharsets.ISO_8859_1);
        Doctype.Place doctype = Doctype.ignorable(start);
        if (doctype.end() == 0) {
            return bytes;
        }
        byte[] blanked = bytes.clone();
        Arrays.fill(blanked, doctype.begin(), doctype.end(), (byte) ' ');
        return blanked;
    }

    private static String withoutDoctype(String text) {
        Doctype.Place doctype = Doctype.ignorable(text);
        return doctype.end() == 0
                ? text
                : text.substring(0, doctype.begin())
                        + " ".repeat(doctype.end() - doctype.begin())
                        + text.substring(doctype.end());
    }

    private static boolean isUtf8(String charset) {
        return charset.equalsIgnoreCase("utf-8") || charset.equalsIgnoreCase("utf8");
    }

    /// Are these bytes of UTF-16 or UTF-32?
    private static boolean hasZeros(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
    }

    /// The encoding in the XML declaration, where there is one and it can be read byte by byte.
    private static @Nullable String declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, MAX_DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("?>");
        int name = start.indexOf(ENCODING);
        if (!start.startsWith(DECLARATION) || name < 0 || name > end) {
            return null;
        }
        int at = name + ENCODING.length();
        while (at < end && " \t\r\n=".indexOf(start.charAt(at)) >= 0) {
            at++;
        }
        char quote = start.charAt(at);
        int close = start.indexOf(quote, at + 1);
        return (quote == '"' || quote == '\'') && close > at && close < end ? start.substring(at + 1, close) : null;
    }
}
