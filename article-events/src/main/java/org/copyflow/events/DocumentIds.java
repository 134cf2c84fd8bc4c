package org.copyflow.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids that are the same wherever and whenever they are computed.
///
/// A document id is 26 characters of base 32 (Crockford's alphabet, lower case): the first 130 bits of the SHA-256
/// of source, NUL, item URI. An article id is the document id, then `~2`, `~3` … for the parts after the first.
public final class DocumentIds {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_CHARS = 26;
    private static final int BITS_PER_CHAR = 5;

    private DocumentIds() {}

    /// The id of the document that `source` calls `uri`.
    public static String documentId(String source, String uri) {
        return base32(sha256((source + '\0' + uri).getBytes(StandardCharsets.UTF_8)));
    }

    /// The id of a document's `part`, counted from 1.
    public static String articleId(String documentId, int part) {
        if (part < 1) {
            throw new IllegalArgumentException("parts count from 1, not " + part);
        }
        return part == 1 ? documentId : documentId + '~' + part;
    }

    /// The document that an article is part of.
    public static String documentOf(String articleId) {
        int tilde = articleId.indexOf('~');
        return tilde < 0 ? articleId : articleId.substring(0, tilde);
    }

    /// The item URI of content that names none: `sha256:` and 64 hexadecimal digits.
    public static String contentUri(byte[] content) {
        return "sha256:" + HexFormat.of().formatHex(sha256(content));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base32(byte[] bytes) {
        var id = new StringBuilder(ID_CHARS);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; id.length() < ID_CHARS; i++) {
            buffer = ((buffer << Byte.SIZE) | (bytes[i] & 0xff)) & 0xffff;
            bits += Byte.SIZE;
            while (bits >= BITS_PER_CHAR && id.length() < ID_CHARS) {
                bits -= BITS_PER_CHAR;
                id.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
        }
        return id.toString();
    }
}
