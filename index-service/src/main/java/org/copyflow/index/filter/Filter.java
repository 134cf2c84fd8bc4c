package org.copyflow.index.filter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.jspecify.annotations.Nullable;

/// Which articles a subscriber follows, and which of their updates. An article matches where each part of the filter
/// that is not empty holds one of its values; `topic` and `stated` are one part. The empty filter takes everything.
///
/// A pure function over the events of the topics of kind `source`, in exactly one of which every article is: they are
/// every article's events, once and in order.
///
/// @param topic the article is in one of these topics, or in one below them
/// @param stated the article itself is said to be about one of these, not only about one below them
/// @param entity it is in the topic of one of these persons, organisations or places
/// @param source one of these pushed it
/// @param language it is in one of these
/// @param query one of these saved queries finds it
/// @param rights its source says one of these of machines that mine it
/// @param changes which of its updates are wanted
public record Filter(
        Set<String> topic,
        Set<String> stated,
        Set<String> entity,
        Set<String> source,
        Set<String> language,
        Set<String> query,
        Set<MiningRight> rights,
        Set<Materiality> changes) {

    /// Everything.
    public static final Filter ALL =
            new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(Materiality.ANY));

    public Filter {
        topic = copy(topic);
        stated = copy(stated);
        entity = copy(entity);
        source = copy(source);
        language = copy(language);
        query = copy(query);
        rights = rights == null || rights.isEmpty() ? Set.of() : Set.copyOf(rights);
        changes = changes == null || changes.isEmpty() ? Set.of(Materiality.ANY) : Set.copyOf(changes);
    }

    /// How an event looks to the subscriber: an article that comes to match was added, one that matches no more was
    /// removed.
    ///
    /// @return absent where it does not concern the subscriber
    public @Nullable Change seen(TopicEvent event) {
        boolean is = matches(event.article());
        return switch (event.change()) {
            case ADDED, REMOVED -> is ? event.change() : null;
            case UPDATED -> {
                ArticleCard previous = event.previous();
                boolean was = previous == null ? is : matches(previous);
                if (was != is) {
                    yield is ? Change.ADDED : Change.REMOVED;
                }
                yield is && isMaterial(event) ? Change.UPDATED : null;
            }
        };
    }

    /// Whether the article is one of those that are followed.
    public boolean matches(ArticleCard article) {
        return (source.isEmpty() || source.contains(article.source()))
                && (language.isEmpty() || (article.language() != null && language.contains(article.language())))
                && (entity.isEmpty() || holdsOneOf(entity, article.topics()))
                && (query.isEmpty() || holdsOneOf(query, article.queries()))
                && (rights.isEmpty() || rights.stream().anyMatch(right -> right.holds(article.dataMining())))
                && ((topic.isEmpty() && stated.isEmpty()) || isAboutTopic(article));
    }

    /// Which of its values the article has; none where it takes every article.
    public List<Reason> because(ArticleCard article) {
        var reasons = new ArrayList<Reason>();
        Set<String> topics = Set.copyOf(article.topics());
        add(reasons, "topic", topic, topics::contains);
        add(reasons, "stated", stated, id -> isStated(id, article));
        add(reasons, "entity", entity, topics::contains);
        add(reasons, "source", source, article.source()::equals);
        add(reasons, "language", language, wanted -> wanted.equals(article.language()));
        add(reasons, "query", query, Set.copyOf(article.queries())::contains);
        rights.stream()
                .filter(right -> right.holds(article.dataMining()))
                .sorted()
                .forEach(right -> reasons.add(new Reason("rights", right.word())));
        return reasons;
    }

    /// Whether it takes every article.
    @JsonIgnore
    public boolean takesAll() {
        return topic.isEmpty()
                && stated.isEmpty()
                && entity.isEmpty()
                && source.isEmpty()
                && language.isEmpty()
                && query.isEmpty()
                && rights.isEmpty();
    }

    private boolean isAboutTopic(ArticleCard article) {
        if (holdsOneOf(topic, article.topics())) {
            return true;
        }
        for (String id : stated) {
            if (isStated(id, article)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStated(String id, ArticleCard article) {
        return article.topics().contains(id) && !article.broader().contains(id);
    }

    private boolean isMaterial(TopicEvent event) {
        boolean version = !event.tellsOfCopies();
        return changes.stream().anyMatch(materiality -> materiality.takes(event.article(), version));
    }

    private static void add(List<Reason> to, String part, Set<String> wanted, Predicate<String> has) {
        wanted.stream().filter(has).sorted().forEach(value -> to.add(new Reason(part, value)));
    }

    private static boolean holdsOneOf(Set<String> wanted, Collection<String> ids) {
        for (String id : ids) {
            if (wanted.contains(id)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> copy(@Nullable Set<String> values) {
        return values == null || values.isEmpty() ? Set.of() : Set.copyOf(new TreeSet<>(values));
    }
}
