package org.copyflow.formats.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.charset.CharsetNames;
import org.copyflow.formats.charset.TextDecoder;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// The characters of a pushed page: by its byte order mark, its media type, what the page itself declares, else by
/// what its bytes look like. UTF-16 shows by its zero bytes. A declared UTF-8 that is not valid is not believed.
final class HtmlText {

    private static final int MAX_DECLARATION_BYTES = 4096;
    private static final int MAX_DETECTION_BYTES = 64 * 1024;

    private HtmlText() {}

    /// The characters as UTF-8: the bytes themselves where they are that, declared so or not declared.
    ///
    /// @throws org.copyflow.formats.UnreadableDocumentException where there are more than a page may have
    static byte[] utf8(PushedDocument document) {
        byte[] bytes = document.content();
        if (byteOrderMark(bytes) == null && sixteenBits(bytes) == null) {
            Charset declared = declared(document);
            int chars = declared == null || declared.equals(StandardCharsets.UTF_8)
                    ? Utf8Reader.chars(bytes)
                    : Utf8Reader.INVALID;
            if (chars != Utf8Reader.INVALID) {
                HtmlTree.within(chars);
                return bytes;
            }
        }
        String text = of(document);
        HtmlTree.within(text.length());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String of(PushedDocument document) {
        byte[] bytes = document.content();
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            String text = new String(bytes, marked);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        Charset sixteenBits = sixteenBits(bytes);
        if (sixteenBits != null) {
            return new String(bytes, sixteenBits);
        }
        Charset declared = declared(document);
        if (declared == null || declared.equals(StandardCharsets.UTF_8)) {
            if (Utf8Reader.chars(bytes) != Utf8Reader.INVALID) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            Charset detected = detect(bytes);
            return new String(bytes, declared != null && detected.equals(StandardCharsets.UTF_8) ? declared : detected);
        }
        return new String(bytes, declared);
    }

    /// By the media type, else by the page itself. A page whose declaration can be read byte by byte is not UTF-16.
    private static @Nullable Charset declared(PushedDocument document) {
        Charset told = named(document.mediaType().charset());
        Charset declared = told == null ? named(declaredIn(document.content())) : told;
        return declared != null && declared.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : declared;
    }

    /// The order of the bytes of UTF-16 without a mark; absent for anything else. A page begins with ASCII.
    private static @Nullable Charset sixteenBits(byte[] bytes) {
        boolean likely = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
        return likely ? TextDecoder.unmarkedUtf16(bytes) : null;
    }

    private static @Nullable Charset byteOrderMark(byte[] bytes) {
        if (bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE
                ? StandardCharsets.UTF_16LE
                : null;
    }

    /// The word after the first `charset=` near the start, where there is one.
    private static @Nullable String declaredIn(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, MAX_DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        int at = start.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return null;
        }
        int from = at + "charset=".length();
        while (from < start.length() && (start.charAt(from) == '"' || start.charAt(from) == '\'')) {
            from++;
        }
        int to = from;
        while (to < start.length()
                && (Character.isLetterOrDigit(start.charAt(to)) || "-_:.".indexOf(start.charAt(to)) >= 0)) {
            to++;
        }
        return start.substring(from, to);
    }

    private static @Nullable Charset named(@Nullable String name) {
        return name == null || name.isBlank() ? null : CharsetNames.find(name);
    }

    private static Charset detect(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, MAX_DETECTION_BYTES));
        detector.dataEnd();
        Charset detected = named(detector.getDetectedCharset());
        return detected == null ? Charset.forName("windows-1252") : detected;
    }
}
