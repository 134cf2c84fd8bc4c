package org.copyflow.formats.newsroom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A resource file of phrases, one a line; `#` and a space begin a remark, `[name]` a part of its own, `␣` is a space.
public final class WordList {

    private WordList() {}

    static Set<String> words(String file) {
        return lines(file).stream().collect(Collectors.toUnmodifiableSet());
    }

    static List<String> lines(String file) {
        return read(file).stream().filter(line -> !line.startsWith("[")).toList();
    }

    static String[] array(String file) {
        return lines(file).toArray(String[]::new);
    }

    /// Each phrase with the name of the part it stands in.
    public static Map<String, String> parts(String file) {
        var map = new LinkedHashMap<String, String>();
        String part = "";
        for (String line : read(file)) {
            if (line.startsWith("[")) {
                part = line.substring(1, line.length() - 1);
            } else {
                map.put(line, part);
            }
        }
        return Map.copyOf(map);
    }

    private static List<String> read(String file) {
        InputStream stream = WordList.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("The word list " + file + " is not beside its class; the build is broken.");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(line -> line.replace('␣', ' '))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the word list " + file, e);
        }
    }
}
