package org.copyflow.index.page;

import java.util.Arrays;
import java.util.Locale;

/// The kinds of topics in the order in which the page lists them.
public enum TopicKind {
    MEDTOP("Subjects"),
    PERSON("People"),
    ORGANISATION("Organisations"),
    PLACE("Places"),
    EVENT("Events"),
    PRODUCT("Products and technologies"),
    KEYWORD("Key phrases"),
    SOURCE("Sources");

    private final String title;

    TopicKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What people call a kind; the word itself for a vocabulary that the page does not know.
    public static String title(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .map(TopicKind::title)
                .findFirst()
                .orElse(word);
    }
}
