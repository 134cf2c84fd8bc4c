package org.copyflow.formats.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.characters.ControlCharacters;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// Decodes the bytes of a text without ever replacing what it cannot read; control characters are left out.
/// Thread-safe.
public final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final String INVALID = "invalid-encoding";

    private static final int CHUNK_CHARS = 8_192;

    /// A guess needs only so much to look at.
    private static final int DETECTED_BYTES = 256 * 1024;

    /// Of the bytes beyond ASCII, the share that must be well-formed UTF-8 to call the rest damage, not another
    /// charset.
    private static final double DAMAGED_UTF_8 = 0.6;

    private TextDecoder() {}

    /// The text without control characters.
    ///
    /// @throws UnreadableDocumentException with code `unknown-charset`, or `invalid-encoding`: then it names the
    ///     charset tried and the byte's offset
    public static String decode(PushedDocument document) {
        return ControlCharacters.removed(decodeAll(document));
    }

    /// The same with every character.
    public static String decodeAll(PushedDocument document) {
        return decode(document.content(), document.mediaType().charset());
    }

    /// @param declared what the text calls its charset; absent where it says nothing
    public static String decode(byte[] bytes, @Nullable String declared) {
        String marked = UniversalDetector.detectCharsetFromBOM(bytes);
        if (marked != null) {
            String text = strict(bytes, Charset.forName(marked));
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        if (declared == null) {
            Charset charset = unmarkedCharset(bytes);
            return charset.equals(StandardCharsets.UTF_8) ? new String(bytes, charset) : strict(bytes, charset);
        }
        Charset charset = charset(declared);
        if (charset.equals(StandardCharsets.UTF_16)) {
            Charset order = unmarkedUtf16(bytes);
            return strict(bytes, order == null ? StandardCharsets.UTF_16BE : order); // RFC 2781, section 4.3
        }
        // five bytes stand for nothing in Windows-1252
        return charset.equals(WINDOWS_1252) ? new String(bytes, charset) : strict(bytes, charset);
    }

    /// The charset of a text that declares none: by its byte order mark, else by what it looks like.
    ///
    /// @throws UnreadableDocumentException with code `invalid-encoding` where nothing fits
    public static Charset charsetOf(byte[] bytes) {
        String marked = UniversalDetector.detectCharsetFromBOM(bytes);
        return marked == null ? unmarkedCharset(bytes) : Charset.forName(marked);
    }

    private static Charset unmarkedCharset(byte[] bytes) {
        Charset sixteenBits = unmarkedUtf16(bytes);
        if (sixteenBits != null) {
            return sixteenBits;
        }
        int bad = firstBadByte(bytes, StandardCharsets.UTF_8);
        if (bad < 0) {
            return StandardCharsets.UTF_8;
        }
        Charset guess = detect(bytes);
        boolean fits = guess != null
                && !guess.equals(StandardCharsets.UTF_8)
                && !isDamagedUtf8(bytes)
                && !ControlCharacters.areIn(new String(bytes, guess));
        if (!fits) {
            throw new UnreadableDocumentException(
                    INVALID,
                    "The text is not UTF-8 (byte " + bad + ") and no other charset fits it; declare it as in"
                            + " 'text/plain; charset=gb18030'.");
        }
        return Objects.requireNonNull(guess);
    }

    /// Whether all of it is well-formed UTF-8.
    public static boolean isUtf8(byte[] bytes) {
        return firstBadByte(bytes, StandardCharsets.UTF_8) < 0;
    }

    private static String strict(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(in).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableDocumentException(
                    INVALID,
                    "The text is not " + charset.name() + ": byte " + in.position()
                            + " cannot be read as such. Declare the charset it is in, or push it as UTF-8.",
                    e);
        }
    }

    private static Charset charset(String name) {
        Charset charset = CharsetNames.find(name);
        if (charset == null) {
            throw new UnreadableDocumentException(
                    "unknown-charset", "No charset is called '" + name + "'; name one that is, as utf-8 or gb18030.");
        }
        return charset;
    }

    /// The offset of the first byte that is not of the charset; -1 where all are.
    public static int firstBadByte(byte[] bytes, Charset charset) {
        if (charset.equals(WINDOWS_1252)) {
            return -1; // five bytes stand for nothing in it, and are taken all the same
        }
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(Math.min(CHUNK_CHARS, bytes.length + 1));
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    private static @Nullable Charset detect(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, DETECTED_BYTES));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null ? null : CharsetNames.find(name);
    }

    /// UTF-16 without a mark shows by the zero bytes beside its ASCII characters: few in a Chinese text, and none where
    /// no half of a character is zero by nature.
    public static @Nullable Charset unmarkedUtf16(byte[] bytes) {
        int length = Math.min(bytes.length, DETECTED_BYTES) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int enough = Math.max(2, length / 400);
        if (odd >= enough && even * 10 < odd) {
            return StandardCharsets.UTF_16LE;
        }
        return even >= enough && odd * 10 < even ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean isDamagedUtf8(byte[] bytes) {
        int beyondAscii = 0;
        int wellFormed = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
            int end = i + following;
            boolean whole = following > 0 && end < bytes.length;
            for (int k = i + 1; whole && k <= end; k++) {
                whole = (bytes[k] & 0xC0) == 0x80;
            }
            beyondAscii++;
            if (whole) {
                wellFormed++;
                i = end;
            }
        }
        return wellFormed > beyondAscii * DAMAGED_UTF_8;
    }
}
