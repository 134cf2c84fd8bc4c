package org.copyflow.formats.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The block of `key: value` lines between `---` marks over a Markdown text. Values are plain, quoted, `[a, b]`, or
/// `- item` lines below the key; nothing else of YAML is read.
///
/// @param values the values of each key in lower case
/// @param body the text under the block
record FrontMatter(Map<String, List<String>> values, String body) {

    private static final String MARK = "---";
    private static final int MAX_CHARS = 64 * 1024;

    static FrontMatter of(String text) {
        String stripped = text.stripLeading();
        int open = stripped.indexOf('\n');
        if (open < 0 || !stripped.substring(0, open).strip().equals(MARK)) {
            return new FrontMatter(Map.of(), text);
        }
        int close = end(stripped, open);
        if (close < 0) {
            return new FrontMatter(Map.of(), text);
        }
        int bodyStart = stripped.indexOf('\n', close + 1);
        var values = new LinkedHashMap<String, List<String>>();
        String key = "";
        for (String line : stripped.substring(open, close).lines().toList()) {
            key = read(line, key, values);
        }
        return new FrontMatter(values, bodyStart < 0 ? "" : stripped.substring(bodyStart + 1));
    }

    /// The place of the line break before the closing mark, or -1.
    private static int end(String text, int from) {
        int close = text.indexOf("\n" + MARK, from);
        while (close >= 0 && close < MAX_CHARS) {
            int lineEnd = text.indexOf('\n', close + 1);
            if (text.substring(close + 1, lineEnd < 0 ? text.length() : lineEnd)
                    .strip()
                    .equals(MARK)) {
                return close;
            }
            close = text.indexOf("\n" + MARK, close + 1);
        }
        return -1;
    }

    private static String read(String line, String lastKey, Map<String, List<String>> values) {
        String text = line.strip();
        if (text.startsWith("- ") && !lastKey.isEmpty()) {
            values.computeIfAbsent(lastKey, k -> new ArrayList<>()).add(unquoted(text.substring(2)));
            return lastKey;
        }
        int colon = text.indexOf(':');
        if (colon <= 0 || text.startsWith("#") || Character.isWhitespace(line.charAt(0))) {
            return lastKey;
        }
        String key = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1).strip();
        List<String> list = values.computeIfAbsent(key, k -> new ArrayList<>());
        if (value.startsWith("[") && value.endsWith("]")) {
            for (String item : value.substring(1, value.length() - 1).split(",", -1)) {
                list.add(unquoted(item));
            }
        } else if (!value.isEmpty()) {
            list.add(unquoted(value));
        }
        return key;
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /// The first value of the first of these keys that has one.
    @Nullable
    String first(String... keys) {
        for (String key : keys) {
            for (String value : all(key)) {
                if (!value.isBlank()) {
                    return value;
                }
            }
        }
        return null;
    }

    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }
}
