package org.copyflow.formats.html.lexicon;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words around names in bylines, from `name-words.txt`. Immutable.
public final class NameWords {

    private static final NameWords KNOWN = load("name-words.txt");

    private final Set<String> ends;
    private final Set<String> leads;
    private final Set<String> credentials;
    private final Set<String> organisations;
    private final Set<String> nones;

    private NameWords(Map<String, Set<String>> lists) {
        ends = lists.getOrDefault("END", Set.of());
        leads = lists.getOrDefault("LEAD", Set.of());
        credentials = lists.getOrDefault("CREDENTIAL", Set.of());
        organisations = lists.getOrDefault("ORGANISATION", Set.of());
        nones = lists.getOrDefault("NONE", Set.of());
    }

    public static NameWords known() {
        return KNOWN;
    }

    /// Whether a name ends before this word.
    public boolean endsName(String word) {
        return ends.contains(bare(word));
    }

    /// Whether a name begins after this word.
    public boolean leadsIn(String word) {
        return leads.contains(bare(word));
    }

    public boolean isCredential(String word) {
        return credentials.contains(bare(word));
    }

    /// Whether a name with this word is a body's rather than a person's.
    public boolean isOrganisation(String word) {
        return organisations.contains(bare(word));
    }

    /// Whether text with this word is no name at all.
    public boolean isNone(String word) {
        return nones.contains(bare(word));
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
        for (Map.Entry<String, String> line : WordLists.read(resource)) {
            lists.put(line.getKey(), Set.of(line.getValue().split(" +")));
        }
        return new NameWords(lists);
    }
}
