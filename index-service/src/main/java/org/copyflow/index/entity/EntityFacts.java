package org.copyflow.index.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Span;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.events.topic.TopicView.TopicFigure;
import org.copyflow.index.topic.CardOf;
import org.copyflow.index.topic.TellingFigures;
import org.copyflow.index.topic.TopicsOf;

/// What articles say of an entity.
///
/// @param names what it is called, most articles first
/// @param links what it is known as elsewhere, most articles first
/// @param said what it is quoted as saying, of the newest article first
/// @param saidAbout what others are quoted as saying in which they name it, likewise
/// @param figures numeric claims in sentences that name it, likewise
public record EntityFacts(
        List<Count> names,
        List<EntityLink> links,
        List<EntityQuote> said,
        List<EntityQuote> saidAbout,
        List<TopicFigure> figures) {

    private static final int MAX_NAMES = 20;
    private static final int MAX_LINKS = 5;
    private static final int MAX_QUOTES = 10;
    private static final int MAX_FIGURES = 10;
    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    public EntityFacts {
        names = List.copyOf(names);
        links = List.copyOf(links);
        said = List.copyOf(said);
        saidAbout = List.copyOf(saidAbout);
        figures = List.copyOf(figures);
    }

    /// An article and what in it is the entity: two names of one slug are the same.
    private record Naming(Article article, List<Entity> entities) {

        static Naming of(Article article, String topicId) {
            return new Naming(
                    article,
                    article.entities().stream()
                            .filter(entity -> topicId.equals(TopicsOf.entityId(entity)))
                            .toList());
        }

        Stream<String> names() {
            return entities.stream()
                    .flatMap(entity -> Stream.concat(Stream.of(entity.name()), entity.aliases().stream()))
                    .distinct();
        }

        Stream<String> ids() {
            return entities.stream().map(Entity::id).filter(id -> id != null).distinct();
        }

        boolean says(Quote quote) {
            return entities.stream().anyMatch(entity -> entity.name().equals(quote.speaker()));
        }

        boolean isNamedIn(Quote quote) {
            return isNamedIn(quote.start(), quote.end());
        }

        boolean isNamedIn(Figure figure) {
            return isNamedIn(figure.sentence().start(), figure.sentence().end());
        }

        private boolean isNamedIn(int start, int end) {
            Stream<Span> mentions = entities.stream().flatMap(entity -> entity.mentions().stream());
            return mentions.anyMatch(mention -> mention.start() >= start && mention.end() <= end);
        }
    }

    /// @param topicId of the entity's topic
    /// @param articles newest first
    public static EntityFacts of(String topicId, List<Article> articles) {
        List<Naming> namings =
                articles.stream().map(article -> Naming.of(article, topicId)).toList();
        var said = new ArrayList<EntityQuote>();
        var saidAbout = new ArrayList<EntityQuote>();
        for (Naming naming : namings) {
            for (Quote quote : naming.article().quotes()) {
                if (naming.says(quote)) {
                    said.add(EntityQuote.of(naming.article(), quote));
                } else if (naming.isNamedIn(quote)) {
                    saidAbout.add(EntityQuote.of(naming.article(), quote));
                }
            }
        }
        return new EntityFacts(
                counted(namings, Naming::names)
                        .limit(MAX_NAMES)
                        .map(name -> new Count(name.getKey(), name.getValue()))
                        .toList(),
                counted(namings, Naming::ids)
                        .limit(MAX_LINKS)
                        .map(id -> EntityLink.of(id.getKey(), id.getValue()))
                        .toList(),
                said.stream().limit(MAX_QUOTES).toList(),
                saidAbout.stream().limit(MAX_QUOTES).toList(),
                namings.stream()
                        .flatMap(EntityFacts::figures)
                        .limit(MAX_FIGURES)
                        .toList());
    }

    private static Stream<TopicFigure> figures(Naming naming) {
        Article article = naming.article();
        return TellingFigures.of(article, naming::isNamedIn).stream()
                .map(figure -> new TopicFigure(article.id(), CardOf.sortedAt(article), figure));
    }

    private static Stream<Map.Entry<String, Long>> counted(
            List<Naming> namings, Function<Naming, Stream<String>> words) {
        Map<String, Long> counts = new TreeMap<>();
        namings.forEach(naming -> words.apply(naming).forEach(word -> counts.merge(word, 1L, Long::sum)));
        return counts.entrySet().stream().sorted(MOST_FIRST);
    }
}
