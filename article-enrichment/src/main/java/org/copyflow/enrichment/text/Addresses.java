package org.copyflow.enrichment.text;

/// Finds web and e-mail addresses: `https://…`, `www.…`, `name@example.com`. Looks ahead no further than an address can
/// be long. Thread-safe.
final class Addresses {

    private static final int MAX_CHARS = 2_048;
    private static final int MAX_LOCAL_PART_CHARS = 64;
    private static final int MAX_DOMAIN_CHARS = 255;
    private static final String NEVER_LAST = ".,;:!?'\"*)]}>";

    private static final String MAIL_MARKS = "@._+%";

    private Addresses() {}

    /// Where the web address ends that begins here; the start itself where none does.
    static int endOfUrl(String text, int start) {
        int first = text.charAt(start) | 0x20;
        boolean web = (first == 'h' || first == 'f' || first == 'w') && isUrl(text, start);
        return web ? urlEnd(text, start) : start;
    }

    /// Where the e-mail address ends that begins with this word; the start itself where none does.
    ///
    /// @param wordEnd where the word ends
    static int endOfMail(String text, int start, int wordEnd) {
        boolean maybe = wordEnd < text.length() && MAIL_MARKS.indexOf(text.charAt(wordEnd)) >= 0;
        return maybe ? mailEnd(text, start) : start;
    }

    private static boolean isUrl(String text, int start) {
        return text.regionMatches(true, start, "https://", 0, 8)
                || text.regionMatches(true, start, "http://", 0, 7)
                || text.regionMatches(true, start, "www.", 0, 4)
                || text.regionMatches(true, start, "ftp://", 0, 6);
    }

    private static int urlEnd(String text, int start) {
        int limit = Math.min(text.length(), start + MAX_CHARS);
        int at = start;
        while (at < limit && isUrlPart(text.charAt(at))) {
            at++;
        }
        int open = unclosedBrackets(text, start, at);
        while (at > start && NEVER_LAST.indexOf(text.charAt(at - 1)) >= 0) {
            if (text.charAt(at - 1) == ')' && open++ >= 0) {
                break; // it closes a bracket of the address
            }
            at--;
        }
        return at;
    }

    private static int unclosedBrackets(String text, int start, int end) {
        int open = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return open;
    }

    private static boolean isUrlPart(char c) {
        return c > ' ' && c < 127 && c != '"' && c != '<' && c != '>' && c != '|' && c != '{' && c != '}';
    }

    private static int mailEnd(String text, int start) {
        int limit = Math.min(text.length(), start + MAX_LOCAL_PART_CHARS);
        int at = start;
        while (at < limit && isLocalPart(text.charAt(at))) {
            at++;
        }
        if (at == limit || text.charAt(at) != '@') {
            return start;
        }
        int end = at + 1;
        int domainLimit = Math.min(text.length(), end + MAX_DOMAIN_CHARS);
        while (end < domainLimit && isDomainPart(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(at + 1, end).indexOf('.') > 0 ? end : start;
    }

    private static boolean isLocalPart(char c) {
        return Characters.isAsciiLetter(c)
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-'
                || c == '+'
                || c == '%';
    }

    private static boolean isDomainPart(char c) {
        return Characters.isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
}
