package org.copyflow.ingest.push;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HexFormat;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.charset.TextDecoder;
import org.jspecify.annotations.Nullable;

/// Are the bytes in the encoding that they claim? JSON is always UTF-8 (RFC 8259); plain text and Markdown are where
/// they claim nothing else; HTML and XML may name their encoding inside, which is their readers' business.
final class EncodingCheck {

    private EncodingCheck() {}

    /// @return the media type with its charset as Java names it
    /// @throws org.copyflow.kit.server.ProblemException where they are not, naming the offset of the first bad byte
    static MediaType check(byte[] content, MediaType mediaType) {
        String claimed = mediaType.charset();
        Charset charset = claimed == null ? null : charset(claimed);
        Charset expected = isJson(mediaType) ? StandardCharsets.UTF_8 : charset == null ? implied(mediaType) : charset;
        if (expected != null) {
            int bad = TextDecoder.firstBadByte(content, expected);
            if (bad >= 0) {
                throw Refusal.INVALID_ENCODING.because("The body is read as " + expected.name() + " but byte " + bad
                        + " (counted from 0, value 0x" + HexFormat.of().toHexDigits(content[bad])
                        + ") does not fit. Push it in " + expected.name()
                        + (isJson(mediaType) ? "." : ", or name its charset in the Content-Type."));
            }
        }
        return charset == null ? mediaType : new MediaType(mediaType.type(), charset.name());
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Refusal.UNKNOWN_CHARSET.because(
                    "There is no charset " + PushParameters.shown(name) + "; the Content-Type names it. UTF-8 is best.",
                    e);
        }
    }

    private static @Nullable Charset implied(MediaType mediaType) {
        boolean impliesUtf8 =
                mediaType.equals(MediaType.PLAIN_TEXT) || mediaType.type().endsWith("markdown");
        return impliesUtf8 ? StandardCharsets.UTF_8 : null;
    }

    private static boolean isJson(MediaType mediaType) {
        return mediaType.type().endsWith("/json") || mediaType.type().endsWith("+json");
    }
}
