package org.copyflow.enrichment.change;

/// Two texts, each cut to what is around the stretch in which they differ; `…` stands for what is left out.
record Excerpts(String before, String after) {

    static final int MAX_CHARS = 400;

    /// Kept on either side of the difference.
    private static final int CONTEXT_CHARS = 80;

    private static final char ELLIPSIS = '…';

    static Excerpts of(String before, String after) {
        if (before.length() <= MAX_CHARS && after.length() <= MAX_CHARS) {
            return new Excerpts(before, after);
        }
        int common = commonPrefix(before, after);
        int tail = commonSuffix(before, after, common);
        int start = wordStart(before, Math.max(0, common - CONTEXT_CHARS));
        return new Excerpts(
                cut(before, start, before.length() - tail + CONTEXT_CHARS),
                cut(after, start, after.length() - tail + CONTEXT_CHARS));
    }

    /// The beginning of a text, as much as is shown of one.
    static String beginning(String text) {
        return cut(text, 0, text.length());
    }

    private static String cut(String text, int start, int wantedEnd) {
        int end = Math.min(Math.min(text.length(), wantedEnd), start + MAX_CHARS - 2);
        if (end == text.length() - 1) {
            end = text.length();
        }
        if (end < text.length() && end > start && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var cut = new StringBuilder(end - start + 2);
        if (start > 0) {
            cut.append(ELLIPSIS);
        }
        cut.append(text, start, end);
        if (end < text.length()) {
            cut.append(ELLIPSIS);
        }
        return cut.toString();
    }

    private static int commonPrefix(String a, String b) {
        int limit = Math.min(a.length(), b.length());
        int at = 0;
        while (at < limit && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    private static int commonSuffix(String a, String b, int prefix) {
        int limit = Math.min(a.length(), b.length()) - prefix;
        int length = 0;
        while (length < limit && a.charAt(a.length() - 1 - length) == b.charAt(b.length() - 1 - length)) {
            length++;
        }
        return length;
    }

    /// The beginning of the next word within half the context, so that no excerpt begins inside one; in a script
    /// without spaces where it is, but never inside a code point.
    private static int wordStart(String text, int from) {
        if (from == 0) {
            return 0;
        }
        for (int at = from; at < Math.min(text.length(), from + CONTEXT_CHARS / 2); at++) {
            if (text.charAt(at) == ' ') {
                return at + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }
}
