package org.copyflow.enrichment.topics.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vocabulary of topics: IPTC Media Topics (https://iptc.org, CC BY 4.0), or a newer release of it in a file of the
/// same form. Immutable, thread-safe.
///
/// The form: `{"concepts": [{"id", "broader": [id], "en", "zhHans", "retired": date or null}]}`. What was retired
/// stands for the concept that bears its name now, else for the nearest one above it that is still in use.
public final class MediaTopics {

    private static final String RESOURCE = "mediatopics.json";
    private static final int MOST_LEVELS = 16;

    private final Map<String, MediaTopic> topics = new LinkedHashMap<>();
    private final Map<String, String> retired = new HashMap<>();
    private final Map<String, List<MediaTopic>> narrower = new HashMap<>();

    private MediaTopics(Map<String, JsonNode> concepts) {
        concepts.values().stream().filter(MediaTopics::isInUse).forEach(concept -> add(concept, concepts));
        Map<String, String> byName = new HashMap<>();
        topics.values().stream()
                .filter(topic -> !topic.english().isBlank())
                .forEach(topic -> byName.putIfAbsent(topic.english(), topic.id()));
        concepts.forEach((id, concept) -> {
            String heir = isInUse(concept) ? null : byName.get(text(concept, "en"));
            String inUse = heir == null ? inUse(id, concepts) : heir;
            if (!isInUse(concept) && inUse != null) {
                retired.put(id, inUse);
            }
        });
        topics.values().stream()
                .filter(topic -> !topic.path().isEmpty())
                .forEach(
                        topic -> narrower.computeIfAbsent(topic.path().getLast().id(), _ -> new ArrayList<>())
                                .add(topic));
    }

    /// The release that comes with Copyflow.
    public static MediaTopics known() {
        try (InputStream in = MediaTopics.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + MediaTopics.class.getName());
            }
            return read(in, RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /// Another release.
    ///
    /// @throws IllegalArgumentException where the file is not of the form
    public static MediaTopics of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /// The release in the file that a setting names; the one that comes with Copyflow where it names none.
    public static MediaTopics at(String file) {
        try {
            return file.isBlank() ? known() : of(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the topics in " + file, e);
        }
    }

    private static MediaTopics read(InputStream in, String name) {
        try {
            var concepts = new LinkedHashMap<String, JsonNode>();
            for (JsonNode concept : JsonMapper.shared().readTree(in).path("concepts")) {
                concepts.put(concept.path("id").asString(), concept);
            }
            if (concepts.isEmpty()) {
                throw new IllegalArgumentException(
                        name + " has no concepts: {\"concepts\": [{\"id\", …}]} is expected");
            }
            return new MediaTopics(concepts);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// Every concept in use, in the vocabulary's order.
    public Collection<MediaTopic> all() {
        return Collections.unmodifiableCollection(topics.values());
    }

    /// The concept of an id; of a retired one, what stands for it now. Null where the vocabulary does not have it.
    public @Nullable MediaTopic find(String id) {
        return topics.get(retired.getOrDefault(id, id));
    }

    public boolean isRetired(String id) {
        return retired.containsKey(id);
    }

    /// The concepts right below another one.
    public List<MediaTopic> below(MediaTopic topic) {
        return Collections.unmodifiableList(narrower.getOrDefault(topic.id(), List.of()));
    }

    private void add(JsonNode concept, Map<String, JsonNode> concepts) {
        String id = concept.path("id").asString();
        if (topics.containsKey(id)) {
            return;
        }
        String above = broader(concept);
        List<MediaTopic> path = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(id)); // a file may lead in circles
        while (above != null && path.size() < MOST_LEVELS && seen.add(above)) {
            JsonNode broader = concepts.get(above);
            if (broader == null) {
                break;
            }
            if (isInUse(broader)) {
                path.add(new MediaTopic(above, text(broader, "en"), name(broader, "zhHans"), List.of()));
            }
            above = broader(broader);
        }
        Collections.reverse(path);
        for (int level = 1; level < path.size(); level++) {
            MediaTopic topic = path.get(level);
            path.set(level, new MediaTopic(topic.id(), topic.english(), topic.chinese(), path.subList(0, level)));
        }
        topics.put(id, new MediaTopic(id, text(concept, "en"), name(concept, "zhHans"), path));
    }

    private static @Nullable String inUse(String id, Map<String, JsonNode> concepts) {
        String at = id;
        for (int level = 0; at != null && level < MOST_LEVELS; level++) {
            JsonNode concept = concepts.get(at);
            if (concept == null || isInUse(concept)) {
                return concept == null ? null : at;
            }
            at = broader(concept);
        }
        return null;
    }

    private static boolean isInUse(JsonNode concept) {
        return concept.path("retired").isNull() || concept.path("retired").isMissingNode();
    }

    private static @Nullable String broader(JsonNode concept) {
        JsonNode broader = concept.path("broader");
        return broader.isEmpty() ? null : broader.get(0).asString();
    }

    private static String text(JsonNode concept, String field) {
        return concept.path(field).asString("");
    }

    private static @Nullable String name(JsonNode concept, String field) {
        String name = text(concept, field);
        return name.isBlank() ? null : name;
    }
}
