package org.copyflow.enrichment.fingerprint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.text.Tokens;

/// The same 32 hexadecimal digits for the same words and numbers in the same order, whatever their case,
/// punctuation, spaces and paragraphs: the first half of the SHA-256 of the lower-cased tokens. A text without
/// words has none.
public final class FingerprintAnnotator implements Annotator {

    private static final int DIGEST_BYTES = 16;
    private static final int BUFFER_BYTES = 4_096;

    @Override
    public String name() {
        return "fingerprint";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        String text = article.body().text();
        Tokens tokens = article.body().tokens();
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        int used = 0;
        int words = 0;
        for (int token = 0; token < tokens.count(); token++) {
            if (tokens.kind(token) == Tokens.Kind.PUNCTUATION) {
                continue;
            }
            words++;
            for (int at = tokens.start(token); at <= tokens.end(token); at++) {
                char c = at == tokens.end(token) ? ' ' : PlainCharacters.of(text.charAt(at));
                if (used == BUFFER_BYTES) {
                    sha256.update(buffer, 0, used);
                    used = 0;
                }
                buffer[used++] = (byte) (c >> Byte.SIZE);
                buffer[used++] = (byte) c;
            }
        }
        sha256.update(buffer, 0, used);
        return words == 0 ? found : found.withFingerprint(HexFormat.of().formatHex(sha256.digest(), 0, DIGEST_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
