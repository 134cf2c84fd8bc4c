package org.copyflow.ingest.push;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.charset.CharsetNames;
import org.copyflow.formats.charset.TextDecoder;
import org.jspecify.annotations.Nullable;

/// Are the bytes in the encoding that they claim? Plain text, Markdown and JSON that claim none are UTF-8, else what
/// their bytes tell. HTML and XML may name their encoding inside, which is their readers' business.
final class EncodingCheck {

    /// A charset guessed from fewer bytes beyond ASCII is a toss of a coin: better to ask.
    private static final int ENOUGH_BYTES = 8;

    private EncodingCheck() {}

    /// @return the media type, with its charset as Java names it where it is not plain UTF-8
    /// @throws org.copyflow.kit.server.ProblemException where they are not, naming the offset of the first bad byte
    static MediaType check(byte[] content, MediaType mediaType) {
        String claimed = mediaType.charset();
        Charset charset = claimed == null ? told(content, mediaType) : charset(claimed);
        if (charset == null) {
            return mediaType;
        }
        require(content, claimed != null && isAscii(claimed) ? StandardCharsets.US_ASCII : charset);
        return new MediaType(mediaType.type(), charset.name());
    }

    private static void require(byte[] content, Charset charset) {
        int bad = TextDecoder.firstBadByte(content, charset);
        if (bad >= 0) {
            throw Refusal.INVALID_ENCODING.because("The body is read as " + charset.name() + " but byte " + bad
                    + " (counted from 0, value 0x" + HexFormat.of().toHexDigits(content[bad])
                    + ") does not fit. Push it in " + charset.name() + ", or name its charset in the Content-Type.");
        }
    }

    /// Browsers take ASCII for Windows-1252; whoever claims ASCII and sends more has mistaken the charset.
    private static boolean isAscii(String name) {
        return StandardCharsets.US_ASCII.name().equalsIgnoreCase(name)
                || StandardCharsets.US_ASCII.aliases().contains(name.toLowerCase(Locale.ROOT));
    }

    private static Charset charset(String name) {
        Charset charset = CharsetNames.find(name);
        if (charset == null) {
            throw Refusal.UNKNOWN_CHARSET.because("There is no charset " + PushParameters.shown(name)
                    + "; the Content-Type names it. UTF-8 is best.");
        }
        return charset;
    }

    /// What the bytes tell where nothing else does; absent where that is UTF-8, or for the format's reader to find.
    private static @Nullable Charset told(byte[] content, MediaType mediaType) {
        boolean tellsNothing = mediaType.equals(MediaType.PLAIN_TEXT)
                || mediaType.type().endsWith("markdown")
                || mediaType.type().endsWith("/json")
                || mediaType.type().endsWith("+json");
        if (!tellsNothing || TextDecoder.isUtf8(content)) {
            return null;
        }
        try {
            Charset charset = TextDecoder.charsetOf(content);
            boolean sure = charset.name().startsWith("UTF-") || bytesBeyondAscii(content) >= ENOUGH_BYTES;
            return sure ? charset : StandardCharsets.UTF_8;
        } catch (UnreadableDocumentException e) {
            return StandardCharsets.UTF_8; // nothing fits: it is refused as what it should have been
        }
    }

    private static int bytesBeyondAscii(byte[] content) {
        int count = 0;
        for (byte b : content) {
            count += b < 0 ? 1 : 0;
        }
        return count;
    }
}
