package org.copyflow.formats.html.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Resource files of `name: what belongs to it`, a line each; a line that begins with `#` is a remark.
public final class WordLists {

    private WordLists() {}

    /// The lines in order; names as constants are written (`line-break` is `LINE_BREAK`).
    public static List<Map.Entry<String, String>> read(String resource) {
        var lists = new ArrayList<Map.Entry<String, String>>();
        try (var stream = WordLists.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing beside " + WordLists.class);
            }
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.charAt(0) != '#') {
                    String name = line.substring(0, colon).replace('-', '_').toUpperCase(Locale.ROOT);
                    lists.add(Map.entry(name, line.substring(colon + 1).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
        return lists;
    }
}
