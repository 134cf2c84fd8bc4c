package org.copyflow.formats.html.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words around names in bylines, from `name-words.txt`. Immutable.
final class NameWords {

    private static final NameWords KNOWN = load("name-words.txt");

    private final Map<String, Set<String>> lists;

    private NameWords(Map<String, Set<String>> lists) {
        this.lists = Map.copyOf(lists);
    }

    static NameWords known() {
        return KNOWN;
    }

    /// Whether a name ends before this word.
    boolean endsName(String word) {
        return in("end", word);
    }

    /// Whether a name begins after this word.
    boolean leadsIn(String word) {
        return in("lead", word);
    }

    boolean isCredential(String word) {
        return in("credential", word);
    }

    /// Whether a name with this word is a body's rather than a person's.
    boolean isOrganisation(String word) {
        return in("organisation", word);
    }

    /// Whether text with this word is no name at all.
    boolean isNone(String word) {
        return in("none", word);
    }

    private boolean in(String list, String word) {
        return lists.getOrDefault(list, Set.of()).contains(bare(word));
    }

    private static String bare(String word) {
        var bare = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '&') {
                bare.append(c);
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    private static NameWords load(String resource) {
        var lists = new HashMap<String, Set<String>>();
        try (var stream = NameWords.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing beside " + NameWords.class);
            }
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.charAt(0) != '#') {
                    lists.put(
                            line.substring(0, colon),
                            Set.of(line.substring(colon + 1).strip().split(" +")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
        return new NameWords(lists);
    }
}
