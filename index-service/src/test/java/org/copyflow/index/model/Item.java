package org.copyflow.index.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Span;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.article.Statistics;
import org.copyflow.index.SampleArticles;
import org.jspecify.annotations.Nullable;

/// An article as a test thinks of it: numbers stand for concepts, persons, organisations, phrases, figures and words.
///
/// @param concepts concept 12 belongs to concept 1, which belongs to none
/// @param spelling how it writes words and the names of concepts and persons
/// @param published as stated; absent where it is not
/// @param time the time by which it is ordered: none is from the future
public record Item(
        String id,
        int source,
        @Nullable String language,
        List<Integer> concepts,
        List<Integer> people,
        List<Integer> organisations,
        List<Integer> phrases,
        List<Integer> figures,
        int spelling,
        Prose title,
        Prose text,
        List<Prose> quotes,
        @Nullable StatedTime published,
        Instant received,
        Instant time) {

    private static final int TEN = 10;

    public static Item random(String id, Random random, Instant now) {
        StatedTime published = published(random, now);
        Instant stated = published == null ? now : published.toInstant();
        return new Item(
                id,
                random.nextInt(4),
                random.nextInt(5) == 0 ? null : random.nextBoolean() ? "en" : "zh",
                some(random, 3, 10, 30),
                some(random, 2, 0, 8),
                some(random, 2, 0, 8),
                some(random, 2, 0, 10),
                some(random, 4, 0, 50),
                random.nextInt(3),
                Prose.random(random, 1, 5),
                Prose.random(random, 1, 12),
                random.nextBoolean() ? List.of() : List.of(Prose.random(random, 1, 6), Prose.random(random, 1, 4)),
                published,
                now,
                stated.isAfter(now) ? now : stated);
    }

    /// Of a concept and nothing else.
    public static Item of(String id, int concept, Instant now) {
        List<Integer> none = List.of();
        var words = new Prose(List.of(0));
        return new Item(
                id, 0, "en", List.of(concept), none, none, none, none, 0, words, words, List.of(), null, now, now);
    }

    private static List<Integer> some(Random random, int atMost, int from, int to) {
        return List.copyOf(new TreeSet<>(IntStream.range(0, random.nextInt(atMost + 1))
                .mapToObj(_ -> random.nextInt(from, to))
                .toList()));
    }

    private static @Nullable StatedTime published(Random random, Instant now) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> null;
            case 2 ->
                new StatedTime(now.minusSeconds(random.nextInt(40) * 86_400L)
                        .toString()
                        .substring(0, 10));
            case 3, 4 ->
                new StatedTime(now.minusSeconds(random.nextInt(40 * 86_400)).toString());
            case 5 -> new StatedTime(now.plusSeconds(random.nextInt(86_400)).toString());
            default -> new StatedTime(now.minusSeconds(random.nextInt(6_000)).toString());
        };
    }

    public String headline() {
        return title.shown(spelling);
    }

    /// The ids of its topics with what each is called.
    public Map<String, String> topics() {
        var topics = new LinkedHashMap<String, String>();
        topics.put("source:s" + source, "s" + source);
        concepts.forEach(concept -> topics.put("medtop:" + concept, concept(concept)));
        concepts.forEach(concept -> topics.put("medtop:" + concept / TEN, concept(concept / TEN)));
        people.forEach(person -> topics.put("person:person-" + person, person(person)));
        organisations.forEach(number -> topics.put("organisation:board-" + number, "Board " + number));
        phrases.forEach(phrase -> topics.put("keyword:phrase-" + phrase, "phrase " + phrase));
        return topics;
    }

    /// The ids of a facet's values with what each is called.
    Map<String, String> facet(String facet) {
        var values = new LinkedHashMap<String, String>();
        switch (facet) {
            case "topic" -> values.putAll(topics());
            case "source" -> values.put("s" + source, "s" + source);
            case "entity" -> {
                people.forEach(person -> values.put("person:person-" + person, person(person)));
                organisations.forEach(number -> values.put("organisation:board-" + number, "Board " + number));
            }
            default -> {
                if (language != null) {
                    values.put(language, language);
                }
            }
        }
        return values;
    }

    private String concept(int concept) {
        return "concept " + concept + " as " + spelling;
    }

    public String person(int person) {
        return spelling == 0 ? "PERSON " + person : "Person " + person;
    }

    public String figure(int figure) {
        return figure + " percent";
    }

    public Article article() {
        var entities = new ArrayList<Entity>();
        people.forEach(person -> entities.add(SampleArticles.entity(person(person), Entity.Type.PERSON, 0.1)));
        organisations.forEach(
                number -> entities.add(SampleArticles.entity("Board " + number, Entity.Type.ORGANISATION, 0.1)));
        return SampleArticles.article(id, "s" + source)
                .title(headline())
                .text(text.shown(spelling))
                .quotes(quotes.stream()
                        .map(quote -> new Quote(0, 1, quote.shown(spelling), null, "said", true))
                        .toList())
                .language(language)
                .publishedAt(published)
                .receivedAt(received)
                .topics(concepts.stream().map(this::stated).toList())
                .entities(entities)
                .keyphrases(phrases.stream().map(phrase -> "phrase " + phrase).toList())
                .statistics(new Statistics(
                        new Statistics.TextStatistics(1, 1, 1, 1, 1, null),
                        figures.stream().map(this::claim).toList()))
                .build();
    }

    private ArticleTopic stated(int concept) {
        var broader = new ArticleTopic.Broader("medtop:" + concept / TEN, concept(concept / TEN));
        return new ArticleTopic("medtop:" + concept, concept(concept), 1, List.of(broader));
    }

    private Figure claim(int figure) {
        var here = new Span(0, 1);
        return new Figure(
                0,
                1,
                figure(figure),
                Figure.Kind.PERCENT,
                BigDecimal.valueOf(figure),
                null,
                null,
                "%",
                null,
                "=",
                null,
                "growth",
                null,
                here);
    }

    /// Those of each topic, by its id.
    public static Map<String, List<Item>> byTopic(Collection<Item> items) {
        Map<String, List<Item>> topics = new TreeMap<>();
        items.forEach(item -> item.topics()
                .keySet()
                .forEach(
                        id -> topics.computeIfAbsent(id, _ -> new ArrayList<>()).add(item)));
        return topics;
    }
}
