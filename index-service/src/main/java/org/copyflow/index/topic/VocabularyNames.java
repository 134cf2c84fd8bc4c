package org.copyflow.index.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.EventJson;
import tools.jackson.databind.JsonNode;

/// What IPTC Media Topics (https://iptc.org, CC BY 4.0) are called in all languages that the shipped release has, so
/// that
/// a topic is found by a name that none of its articles has used. Immutable, thread-safe.
public final class VocabularyNames {

    private static final String RESOURCE = "mediatopics.json";
    private static final List<String> LANGUAGES = List.of("en", "zhHans", "de", "fr", "es");

    private final Map<String, List<String>> names = new HashMap<>();

    public VocabularyNames() {
        try (InputStream in = VocabularyNames.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + VocabularyNames.class.getName());
            }
            for (JsonNode concept : EventJson.mapper().readTree(in).path("concepts")) {
                names.put(concept.path("id").asString(), names(concept));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /// Empty for a topic of no known vocabulary.
    public List<String> of(String topicId) {
        return names.getOrDefault(topicId, List.of());
    }

    private static List<String> names(JsonNode concept) {
        return LANGUAGES.stream()
                .map(language -> concept.path(language).asString(""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
