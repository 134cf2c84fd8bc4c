package org.copyflow.index.syndication;

/// Text without what XML 1.0 cannot hold (section 2.2), however it is escaped: control characters, halves of pairs.
final class LegalText {

    private static final int FIRST_PRINTED = 0x20;
    private static final int LAST_OF_PLANE = 0xFFFD;

    private LegalText() {}

    static String of(String text) {
        if (text.codePoints().allMatch(LegalText::isLegal)) {
            return text;
        }
        var legal = new StringBuilder(text.length());
        text.codePoints().filter(LegalText::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= FIRST_PRINTED && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c <= LAST_OF_PLANE)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
