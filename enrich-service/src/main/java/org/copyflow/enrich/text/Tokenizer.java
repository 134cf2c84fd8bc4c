package org.copyflow.enrich.text;

import java.lang.Character.UnicodeScript;
import org.copyflow.enrich.text.Tokens.Kind;

/// Splits a text into tokens in one pass, without allocating per character. Thread-safe.
///
/// Words keep inner apostrophes and hyphens between letters, and the dots of abbreviations whose parts are single
/// letters
/// (`U.S.`). Numbers keep the separators between their digits. A possessive `'s` is a token of its own.
final class Tokenizer {

    private Tokenizer() {}

    static Tokens tokenize(CharSequence text) {
        var tokens = new Tokens.Builder(text);
        int at = 0;
        while (at < text.length()) {
            int codePoint = Character.codePointAt(text, at);
            if (isSpace(codePoint)) {
                at += Character.charCount(codePoint);
                continue;
            }
            int end;
            Kind kind;
            if (isDigit(codePoint)) {
                end = endOfNumber(text, at);
                kind = Kind.NUMBER;
            } else if (isIdeograph(codePoint)) {
                end = at + Character.charCount(codePoint);
                kind = Kind.IDEOGRAPH;
            } else if (Character.isLetter(codePoint)) {
                end = endOfWord(text, at);
                kind = Kind.WORD;
            } else if (isApostrophe(codePoint) && isPossessive(text, at)) {
                end = at + 2;
                kind = Kind.WORD;
            } else {
                end = at + Character.charCount(codePoint);
                kind = Kind.PUNCTUATION;
            }
            tokens.add(at, end, kind);
            at = end;
        }
        return tokens.build();
    }

    private static int endOfNumber(CharSequence text, int start) {
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean separator = (c == '.' || c == ',') && at + 1 < text.length() && isDigit(text.charAt(at + 1));
            if (!isDigit(c) && !separator) {
                break;
            }
            at++;
        }
        return at;
    }

    private static int endOfWord(CharSequence text, int start) {
        int at = start;
        while (at < text.length()) {
            int codePoint = Character.codePointAt(text, at);
            if (isWordPart(codePoint)) {
                at += Character.charCount(codePoint);
            } else if (joins(text, start, at, codePoint)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isWordPart(int codePoint) {
        return (Character.isLetterOrDigit(codePoint) && !isIdeograph(codePoint))
                || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    /// Is this mark inside a word, or the final dot of `U.S.`?
    private static boolean joins(CharSequence text, int start, int at, int mark) {
        boolean letterAfter = at + 1 < text.length() && isWordPart(text.charAt(at + 1));
        if (mark == '-' || mark == '\u2010' || mark == '\u2011') {
            return letterAfter;
        }
        if (isApostrophe(mark)) {
            return letterAfter && !isPossessive(text, at);
        }
        if (mark == '.') {
            boolean singleLetterBefore = at - start == 1 || text.charAt(at - 2) == '.';
            boolean singleLetterAfter = letterAfter && (at + 2 >= text.length() || !isWordPart(text.charAt(at + 2)));
            boolean dotsBefore = at - start >= 3 && text.charAt(at - 2) == '.';
            return (singleLetterBefore && singleLetterAfter) || dotsBefore;
        }
        return mark == '&' && letterAfter && at > start;
    }

    private static boolean isPossessive(CharSequence text, int at) {
        if (at == 0 || at + 1 >= text.length() || (text.charAt(at + 1) != 's' && text.charAt(at + 1) != 'S')) {
            return false;
        }
        return Character.isLetterOrDigit(text.charAt(at - 1))
                && (at + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= '\uff10' && c <= '\uff19');
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean isIdeograph(int codePoint) {
        if (codePoint < 0x2e80) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
