package org.copyflow.formats.newspaper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells a kicker (`Opinion`, `Letters`, `时评`) from a title.
final class Kickers {

    private static final Set<String> NAMES = load();

    private Kickers() {}

    static boolean isKicker(String heading) {
        String name = heading.toLowerCase(Locale.ROOT).strip();
        while (!name.isEmpty() && !Character.isLetterOrDigit(name.charAt(name.length() - 1))) {
            name = name.substring(0, name.length() - 1);
        }
        int start = 0;
        while (start < name.length() && !Character.isLetterOrDigit(name.charAt(start))) {
            start++;
        }
        return NAMES.contains(name.substring(start));
    }

    private static Set<String> load() {
        InputStream stream = Kickers.class.getResourceAsStream("kickers.txt");
        if (stream == null) {
            throw new IllegalStateException("The list kickers.txt is not beside its class; the build is broken.");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the list kickers.txt", e);
        }
    }
}
