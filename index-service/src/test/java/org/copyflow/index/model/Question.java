package org.copyflow.index.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a test asks of the search, and what the answer must be.
///
/// @param clauses all of which an article must meet
/// @param in where the words stand: `anywhere`, `title`, `text`, `quotes`
/// @param narrowed facet → the values of which an article has one
/// @param from the earliest time
/// @param until the time before which it is
/// @param byTime whether the newest come first, else whatever fits best
/// @param limit hits a page
public record Question(
        List<Clause> clauses,
        String in,
        Map<String, List<String>> narrowed,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean byTime,
        int limit) {

    public static final List<String> FACETS = List.of("topic", "entity", "source", "language");

    private static final List<String> PLACES = List.of("anywhere", "title", "text", "quotes");
    private static final int FACET_VALUES = 20;
    private static final int DAY_SECONDS = 86_400;

    /// One of these, or their absence.
    ///
    /// @param letters of the beginning of a word that are asked for; 0 for whole words
    /// @param spelling in which it is asked
    public record Clause(boolean without, List<Prose> either, int letters, int spelling) {

        boolean isMetBy(Prose text) {
            return letters == 0
                    ? either.stream().anyMatch(text::holds)
                    : text.holdsBeginning(either.getFirst(), letters);
        }

        String asked() {
            if (letters > 0) {
                return either.getFirst().beginning(letters) + "*";
            }
            String words = either.stream().map(this::asked).collect(Collectors.joining(" | "));
            return either.size() > 1 ? "(" + words + ")" : without ? "-" + words : words;
        }

        private String asked(Prose phrase) {
            String words = phrase.shown(spelling);
            return phrase.isOneStretch() ? words : '"' + words + '"';
        }
    }

    /// What a search finds.
    ///
    /// @param ids of the hits on all pages; by time in their order, else sorted
    /// @param facets facet → `id=articles name`, most first
    public record Answer(long total, List<String> ids, Map<String, List<String>> facets) {}

    public static Question random(Random random, Instant now) {
        List<Clause> clauses = IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> clause(random))
                .toList();
        var narrowed = new TreeMap<String, List<String>>();
        if (random.nextInt(3) == 0) {
            String facet = FACETS.get(random.nextInt(FACETS.size()));
            narrowed.put(facet, List.of(value(facet, random), value(facet, random)));
        }
        if (random.nextInt(4) == 0) {
            narrowed.put("source", List.of(value("source", random)));
        }
        return new Question(
                clauses,
                PLACES.get(random.nextInt(PLACES.size())),
                narrowed,
                random.nextInt(3) == 0 ? before(now, random) : null,
                random.nextInt(3) == 0 ? before(now, random) : null,
                clauses.isEmpty() || random.nextBoolean(),
                random.nextInt(1, 100));
    }

    private static Clause clause(Random random) {
        int spelling = random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0 -> new Clause(true, List.of(Prose.random(random, 1, 2)), 0, spelling);
            case 1 -> new Clause(false, List.of(Prose.random(random, 1, 3), Prose.random(random, 1, 2)), 0, spelling);
            case 2 -> new Clause(false, List.of(beginning(Prose.random(random, 1, 3))), random.nextInt(1, 4), 2);
            case 3 -> new Clause(false, List.of(Prose.random(random, 2, 4)), 0, spelling);
            default -> new Clause(false, List.of(Prose.random(random, 1, 2)), 0, spelling);
        };
    }

    private static Prose beginning(Prose text) {
        return text.isOneStretch() ? text : new Prose(text.words().subList(0, 1));
    }

    private static String value(String facet, Random random) {
        return switch (facet) {
            case "topic" -> "medtop:" + (random.nextBoolean() ? random.nextInt(1, 3) : random.nextInt(10, 30));
            case "entity" ->
                random.nextBoolean() ? "person:person-" + random.nextInt(8) : "organisation:board-" + random.nextInt(8);
            case "source" -> "s" + random.nextInt(4);
            default -> random.nextBoolean() ? "en" : "zh";
        };
    }

    private static Instant before(Instant now, Random random) {
        return now.minusSeconds(random.nextInt(40 * DAY_SECONDS));
    }

    /// The words as they are typed; absent for everything.
    public @Nullable String words() {
        return clauses.isEmpty() ? null : clauses.stream().map(Clause::asked).collect(Collectors.joining(" "));
    }

    /// @param items all that are left
    public Answer answer(Collection<Item> items) {
        List<Item> found = items.stream()
                .filter(this::finds)
                .sorted(Comparator.comparing(Item::time).reversed().thenComparing(Item::id))
                .toList();
        Stream<String> ids = found.stream().map(Item::id);
        var facets = new TreeMap<String, List<String>>();
        FACETS.forEach(facet -> facets.put(facet, counts(found, facet)));
        return new Answer(found.size(), byTime ? ids.toList() : ids.sorted().toList(), facets);
    }

    private boolean finds(Item item) {
        return (from == null || !item.time().isBefore(from))
                && (until == null || item.time().isBefore(until))
                && narrowed.entrySet().stream()
                        .allMatch(facet -> facet.getValue().stream().anyMatch(item.facet(facet.getKey())::containsKey))
                && clauses.stream()
                        .allMatch(clause -> clause.without() != texts(item).anyMatch(clause::isMetBy));
    }

    private Stream<Prose> texts(Item item) {
        return switch (in) {
            case "title" -> Stream.of(item.title());
            case "text" -> Stream.of(item.text());
            case "quotes" -> item.quotes().stream();
            default -> Stream.of(item.title(), item.text());
        };
    }

    /// A value goes by the name that most articles give it.
    private static List<String> counts(List<Item> items, String facet) {
        var names = new TreeMap<String, List<String>>();
        items.forEach(item -> item.facet(facet)
                .forEach((id, name) ->
                        names.computeIfAbsent(id, _ -> new ArrayList<>()).add(name)));
        Comparator<Map.Entry<String, List<String>>> most =
                Comparator.comparing(entry -> -entry.getValue().size());
        return names.entrySet().stream()
                .sorted(most.thenComparing(Map.Entry::getKey))
                .limit(FACET_VALUES)
                .map(entry -> entry.getKey() + "=" + entry.getValue().size() + " " + mostFrequent(entry.getValue()))
                .toList();
    }

    private static String mostFrequent(List<String> names) {
        var counts = new LinkedHashMap<String, Integer>();
        names.stream().sorted().forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
    }
}
