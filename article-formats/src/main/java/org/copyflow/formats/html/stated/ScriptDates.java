package org.copyflow.formats.html.stated;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Dates of publication in scripts that state facts without being JSON-LD, or are broken JSON-LD: the value after
/// `"datePublished":` and its like. For pages that state no date elsewhere; nothing is parsed or executed.
public final class ScriptDates {

    private static final int MAX_CHARS = 2_000_000;
    private static final int MAX_BETWEEN = 6;
    private static final int MAX_VALUE_CHARS = 40;
    private static final List<String> KEYS = List.of(
            "datePublished",
            "publishedDate",
            "publishDate",
            "publishedAt",
            "published_at",
            "publish_date",
            "published_time",
            "publicationDate",
            "publication_date",
            "pubDate",
            "dateCreated");

    private ScriptDates() {}

    /// The value of the first key that has one, in the order of the keys; null where none has.
    @Nullable
    public static Fact<String> of(List<String> scripts) {
        var found = new TreeMap<Integer, String>();
        int left = MAX_CHARS;
        for (String code : scripts) {
            left -= code.length();
            for (int i = 0; i < KEYS.size() && left >= 0; i++) {
                String value = found.containsKey(i) ? null : value(code, KEYS.get(i));
                if (value != null) {
                    found.put(i, value);
                }
            }
        }
        return found.isEmpty()
                ? null
                : new Fact<>(found.firstEntry().getValue(), "script " + KEYS.get(found.firstKey()));
    }

    /// What stands in quotes after the first use of a key that is followed by a digit.
    private static @Nullable String value(String code, String key) {
        for (int at = code.indexOf(key); at >= 0; at = code.indexOf(key, at + key.length())) {
            int from = at + key.length();
            int to = from;
            while (to < code.length() && to - from <= MAX_BETWEEN && "\"'\\: =".indexOf(code.charAt(to)) >= 0) {
                to++;
            }
            boolean digit = to > from && to < code.length() && code.charAt(to) >= '0' && code.charAt(to) <= '9';
            if (digit) {
                int end = to;
                while (end < code.length() && end - to < MAX_VALUE_CHARS && "\"'\\,}".indexOf(code.charAt(end)) < 0) {
                    end++;
                }
                return code.substring(to, end);
            }
        }
        return null;
    }
}
