package org.copyflow.index.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a reader may do.
enum Scope {
    /// Pages, topics, articles and stories.
    READ,
    /// Questions to the whole.
    SEARCH,
    /// Streams, and whatever else sends events.
    SUBSCRIBE;

    private static final List<String> SUBSCRIPTIONS = List.of("/v1/changes", "/v1/subscriptions", "/v1/queries");

    /// What a request to this path takes. A slash at its end leads to the same route.
    static Scope of(String requested) {
        String path = requested.replaceAll("/+$", "");
        if (path.equals("/v1/search") || path.equals("/search")) {
            return SEARCH;
        }
        boolean subscribes = path.endsWith("/stream") || SUBSCRIPTIONS.stream().anyMatch(path::startsWith);
        return subscribes ? SUBSCRIBE : READ;
    }

    /// As the file of readers writes it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scope> ofWord(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Scope::word).collect(Collectors.joining(", "));
    }
}
