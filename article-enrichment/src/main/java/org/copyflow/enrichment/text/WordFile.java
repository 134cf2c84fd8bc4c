package org.copyflow.enrichment.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A word list beside this package: UTF-8, words separated by white space, a line that begins with `#` is a comment.
final class WordFile {

    private static final Pattern SPACE = Pattern.compile("\\s");

    private WordFile() {}

    static Set<String> words(String resource) {
        var words = new HashSet<String>();
        lines(resource).forEach(words::addAll);
        return Set.copyOf(words);
    }

    /// The words of each line.
    ///
    /// @throws IllegalStateException where the resource is not there: the build is broken
    static List<List<String>> lines(String resource) {
        try (InputStream in = WordFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the word list " + resource + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> SPACE.splitAsStream(line)
                            .filter(word -> !word.isEmpty())
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the word list " + resource, e);
        }
    }
}
