package org.copyflow.formats.html.words;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Plain text of a stated value.
public final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Names() {}

    /// Entities undone, tags and invisible characters out, single spaces.
    public static String clean(String value) {
        if (isClean(value)) {
            return value;
        }
        String text = value.indexOf('&') >= 0 ? Parser.unescapeEntities(value, false) : value;
        var clean = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7F;
            if (!plain && (c <= ' ' || Character.isSpaceChar(c))) {
                space = true;
            } else if (plain || (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c))) {
                if (space && !clean.isEmpty()) {
                    clean.append(' ');
                }
                space = false;
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /// Whether it is plain ASCII with single spaces between words.
    private static boolean isClean(String value) {
        char before = ' ';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '&' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || value.isEmpty();
    }

    /// Letters and digits in lower case: what two spellings of one thing share.
    public static String key(String text) {
        var key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }

    /// The key of a text without accents: `Solcyré` and `Solcyre` are one.
    public static String folded(String text) {
        return key(
                isAscii(text)
                        ? text
                        : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                                .replaceAll(""));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
