package org.copyflow.formats.html.several;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.words.Names;

/// What tells teasers and live blogs. The phrases are in `several-articles.txt`.
final class Phrases {

    private static final Map<String, String> LISTS = WordLists.read("several-articles.txt").stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Set<String> MORE = list("MORE", Names::key);
    private static final Set<String> LIVE = list("LIVE", phrase -> phrase);

    private Phrases() {}

    private static Set<String> list(String name, UnaryOperator<String> form) {
        return Arrays.stream(LISTS.getOrDefault(name, "").split("\\|"))
                .map(String::strip)
                .map(form)
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a link's text begins with, or is, a phrase that leads to the rest of an article.
    static boolean isMore(String text, boolean whole) {
        String key = Names.key(text);
        return whole ? MORE.contains(key) : MORE.stream().anyMatch(key::startsWith);
    }

    /// Whether one of the words speaks of a live blog.
    static boolean isLive(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !Character.isLetter(lower.charAt(i))) {
                if (LIVE.contains(lower.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
