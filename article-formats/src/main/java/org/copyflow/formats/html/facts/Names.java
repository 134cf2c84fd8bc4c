package org.copyflow.formats.html.facts;

import org.jsoup.parser.Parser;

/// Plain text of a stated value.
final class Names {

    private Names() {}

    /// Entities undone, tags and invisible characters out, single spaces.
    static String clean(String value) {
        String text = value.indexOf('&') >= 0 ? Parser.unescapeEntities(value, false) : value;
        var clean = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || Character.isSpaceChar(c)) {
                space = true;
            } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
                if (space && !clean.isEmpty()) {
                    clean.append(' ');
                }
                space = false;
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /// Letters and digits in lower case: what two spellings of one thing share.
    static String key(String text) {
        var key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }
}
