package org.copyflow.enrichment.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads word lists from resource files: UTF-8, one entry a line, `#` begins a comment line.
public final class WordLists {

    private WordLists() {}

    /// The lines of a resource that lies beside a class, comments and empty lines left out.
    ///
    /// @throws IllegalStateException where the resource is not there: the build is broken
    public static List<String> lines(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("word list " + resource + " is missing beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read word list " + resource + " beside " + owner.getName(), e);
        }
    }

    /// The phrases of a resource, one or more a line with `|` between; each stands for itself.
    public static PhraseTable<String> phrases(Class<?> owner, String resource) {
        var table = new PhraseTable.Builder<String>();
        for (String line : lines(owner, resource)) {
            for (String phrase : line.split("\\|", -1)) {
                table.add(phrase.strip(), phrase.strip());
            }
        }
        return table.build();
    }
}
