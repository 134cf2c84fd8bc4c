package org.copyflow.index.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads filters: from query parameters, each given once or more, and from JSON, where each part is a text or a list
/// of texts. The names are those of [Filter].
public final class FilterReader {

    /// How many values a part may have.
    public static final int MAX_VALUES = 100;

    /// How long a value may be.
    public static final int MAX_VALUE_CHARS = 250;

    private static final String CHANGES = "changes";
    private static final String LANGUAGE = "language";
    private static final String RIGHTS = "rights";

    private static final int MIN_LANGUAGE_LETTERS = 2;
    private static final int MAX_LANGUAGE_LETTERS = 3;

    /// The names of its parts.
    public static final List<String> PARTS =
            List.of("topic", "stated", "entity", "source", LANGUAGE, "query", RIGHTS, CHANGES);

    private FilterReader() {}

    /// @param given part → its values; what is not there is not filtered by
    /// @throws BadFilterException where a value cannot be used
    public static Filter read(Map<String, List<String>> given) {
        return new Filter(
                ids("topic", given),
                ids("stated", given),
                ids("entity", given),
                values("source", given),
                languages(given),
                values("query", given),
                miningRights(given),
                materialities(given));
    }

    /// @throws BadFilterException where it is no filter
    public static Filter read(JsonNode json) {
        if (!json.isObject()) {
            throw new BadFilterException("filter", json.toString(), "an object");
        }
        var given = new LinkedHashMap<String, List<String>>();
        json.properties().forEach(part -> {
            if (!PARTS.contains(part.getKey())) {
                throw new BadFilterException("filter", part.getKey(), "made of " + String.join(", ", PARTS));
            }
            given.put(part.getKey(), texts(part.getKey(), part.getValue()));
        });
        return read(given);
    }

    /// @param isSaved whether there is a saved query of this id
    /// @return the filter
    /// @throws BadFilterException where it asks for a saved query that there is not
    public static Filter requireSaved(Filter filter, Predicate<String> isSaved) {
        for (String id : filter.query()) {
            if (!isSaved.test(id)) {
                throw new BadFilterException("query", id, "the id of a saved query");
            }
        }
        return filter;
    }

    private static List<String> texts(String name, JsonNode value) {
        var texts = new ArrayList<String>();
        for (JsonNode text : value.isArray() ? value : List.of(value)) {
            if (!text.isString()) {
                throw new BadFilterException(name, text.toString(), "a text, or a list of texts");
            }
            texts.add(text.asString());
        }
        return texts;
    }

    /// Topics, whose ids have a kind.
    private static Set<String> ids(String name, Map<String, List<String>> given) {
        Set<String> ids = values(name, given);
        for (String id : ids) {
            if (id.indexOf(':') < 1) {
                throw new BadFilterException(name, id, "the id of a topic, as medtop:04000000 or person:ada-brook");
            }
        }
        return ids;
    }

    private static Set<String> languages(Map<String, List<String>> given) {
        return values(LANGUAGE, given).stream().map(FilterReader::language).collect(Collectors.toSet());
    }

    /// The language of an article that is asked for. Articles know no varieties of a language: who asked for one would
    /// find nothing, and not know why.
    ///
    /// @throws BadFilterException where it cannot be that of an article
    public static String language(String asked) {
        String language = asked.strip().toLowerCase(Locale.ROOT);
        boolean letters = language.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        if (!letters || language.length() < MIN_LANGUAGE_LETTERS || language.length() > MAX_LANGUAGE_LETTERS) {
            throw new BadFilterException(LANGUAGE, asked, "a language of two or three letters, as en or zh");
        }
        return language;
    }

    private static Set<MiningRight> miningRights(Map<String, List<String>> given) {
        return values(RIGHTS, given).stream()
                .map(word -> MiningRight.of(word)
                        .orElseThrow(() -> new BadFilterException(RIGHTS, word, "one of " + MiningRight.words())))
                .collect(Collectors.toSet());
    }

    private static Set<Materiality> materialities(Map<String, List<String>> given) {
        return values(CHANGES, given).stream()
                .map(word -> Materiality.of(word)
                        .orElseThrow(() -> new BadFilterException(
                                CHANGES,
                                word,
                                Stream.of(Materiality.values())
                                        .map(Materiality::word)
                                        .collect(Collectors.joining(", ", "one of ", "")))))
                .collect(Collectors.toSet());
    }

    private static Set<String> values(String name, Map<String, List<String>> given) {
        List<String> all = given.getOrDefault(name, List.of());
        if (all.size() > MAX_VALUES) {
            throw new BadFilterException(name, all.size() + " values", "given at most " + MAX_VALUES + " times");
        }
        var values = new LinkedHashSet<String>();
        for (String value : all) {
            if (value.isBlank() || value.length() > MAX_VALUE_CHARS) {
                throw new BadFilterException(name, value, "1 to " + MAX_VALUE_CHARS + " characters");
            }
            values.add(value.strip());
        }
        return values;
    }
}
