package org.copyflow.enrichment.text;

import java.lang.Character.UnicodeScript;

/// What a character is to a tokenizer; the common cases first and without a table.
final class Characters {

    private Characters() {}

    static boolean isAsciiLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isAsciiLowerCase(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= '\uff10' && c <= '\uff19');
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b';
    }

    /// A letter or digit, or a mark that is written upon one; no ideograph.
    static boolean isWordPart(int codePoint) {
        if (codePoint < 128) {
            return isAsciiLetter(codePoint) || (codePoint >= '0' && codePoint <= '9');
        }
        if (isIdeograph(codePoint)) {
            return false;
        }
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /// A Chinese character or a Japanese kana: scripts that are written without spaces.
    static boolean isIdeograph(int codePoint) {
        if (codePoint < 0x2e80) {
            return false;
        }
        if (codePoint >= 0x4e00 && codePoint <= 0x9fff) {
            return true;
        }
        if (codePoint >= 0xac00 && codePoint <= 0xd7ff) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || codePoint == 0x30fc;
    }

    static int codePointAt(String text, int at) {
        char c = text.charAt(at);
        return Character.isSurrogate(c) ? text.codePointAt(at) : c;
    }
}
