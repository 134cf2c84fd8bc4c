package org.copyflow.enrichment.text;

import org.copyflow.enrichment.text.Tokens.Kind;

/// Splits a text into tokens in one pass, without allocating per character. Thread-safe.
///
/// Words keep apostrophes and hyphens between letters (`don't`, `sci-tech`, `Covid-19`), the dots of abbreviations
/// whose parts are single letters (`U.S.`, `p.m.`, `Ph.D.`), and those inside names like `example.com`. Numbers
/// keep the separators between their digits. A possessive `'s` is a token of its own. Web and e-mail addresses are
/// one word each.
final class Tokenizer {

    private final String text;
    private final Tokens.Builder tokens;

    private Tokenizer(String text) {
        this.text = text;
        this.tokens = new Tokens.Builder(text);
    }

    static Tokens tokenize(String text) {
        return new Tokenizer(text).run();
    }

    private Tokens run() {
        int length = text.length();
        int at = 0;
        while (at < length) {
            int c = text.charAt(at);
            if (c == ' ' || c == '\n') {
                at++;
            } else if (Characters.isAsciiLetter(c)) {
                at = word(at);
            } else {
                at = other(at, Characters.codePointAt(text, at));
            }
        }
        return tokens.build();
    }

    private int other(int at, int codePoint) {
        int after = at + Character.charCount(codePoint);
        if (Characters.isDigit(codePoint)) {
            return add(at, endOfNumber(at), Kind.NUMBER);
        }
        if (Characters.isIdeograph(codePoint)) {
            return add(at, after, Kind.IDEOGRAPH);
        }
        if (Character.isLetter(codePoint)) {
            return word(at);
        }
        if (Characters.isApostrophe(codePoint) && isPossessive(at)) {
            return add(at, at + 2, Kind.WORD);
        }
        if (Characters.isSpace(codePoint)) {
            return after;
        }
        return add(at, after, Kind.PUNCTUATION);
    }

    private int word(int start) {
        int address = Addresses.endOfUrl(text, start);
        if (address > start) {
            return add(start, address, Kind.WORD);
        }
        int end = endOfWord(start);
        return add(start, Math.max(end, Addresses.endOfMail(text, start, end)), Kind.WORD);
    }

    private int add(int start, int end, Kind kind) {
        tokens.add(start, end, kind);
        return end;
    }

    /// A full stop belongs to a number before a digit; a comma before one to three digits, so that years in a list stay
    /// apart.
    private int endOfNumber(int start) {
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean inside = Characters.isDigit(c)
                    || (c == '.' && digitsFrom(at + 1) > 0)
                    || (c == ',' && digitsFrom(at + 1) > 0 && digitsFrom(at + 1) <= 3);
            if (!inside) {
                break;
            }
            at++;
        }
        return at;
    }

    /// How many digits follow, counted up to four.
    private int digitsFrom(int start) {
        int at = start;
        while (at < text.length() && at - start < 4 && Characters.isDigit(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    private int endOfWord(int start) {
        int length = text.length();
        int at = start;
        while (at < length) {
            char c = text.charAt(at);
            if (Characters.isAsciiLetter(c)) {
                at++;
                continue;
            }
            int codePoint = Characters.codePointAt(text, at);
            if (Characters.isWordPart(codePoint)) {
                at += Character.charCount(codePoint);
            } else if (joins(start, at, c)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /// Is this mark inside a word, or the final dot of `U.S.`?
    private boolean joins(int start, int at, char mark) {
        return switch (mark) {
            case '-', '\u2010', '\u2011', '&', '\u200c', '\u200d' -> isWordPart(at + 1);
            case '\'', '\u2019' -> isWordPart(at + 1) && !isPossessive(at);
            case '.' -> dotJoins(start, at);
            default -> false;
        };
    }

    private boolean dotJoins(int start, int at) {
        boolean endsAbbreviation = at - start >= 3 && text.charAt(at - 2) == '.';
        if (endsAbbreviation || !isWordPart(at + 1)) {
            return endsAbbreviation;
        }
        boolean singleLetterAfter = !isWordPart(at + 2);
        boolean singleLetterBefore = at - start == 1 || text.charAt(at - 2) == '.';
        if (singleLetterAfter && (singleLetterBefore || (at - start == 2 && isDot(at + 2)))) {
            return true;
        }
        // a sentence that begins right after a full stop begins with a capital; a name like example.com does not
        return Characters.isAsciiLowerCase(text.charAt(at + 1)) && isWordPart(at + 2);
    }

    private boolean isDot(int at) {
        return at < text.length() && text.charAt(at) == '.';
    }

    private boolean isWordPart(int at) {
        return at < text.length() && Characters.isWordPart(Characters.codePointAt(text, at));
    }

    private boolean isPossessive(int at) {
        if (at == 0 || at + 1 >= text.length() || (text.charAt(at + 1) | 0x20) != 's') {
            return false;
        }
        return Character.isLetterOrDigit(text.charAt(at - 1)) && !isWordPart(at + 2);
    }
}
