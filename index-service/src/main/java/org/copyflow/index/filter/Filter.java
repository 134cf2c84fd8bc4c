package org.copyflow.index.filter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
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
/// @param language it is in one of these, or in a variety of it: `zh` takes `zh-Hant`
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
                && (language.isEmpty() || isInLanguage(article.language()))
                && (entity.isEmpty() || holdsOneOf(entity, article.topics()))
                && (query.isEmpty() || holdsOneOf(query, article.queries()))
                && (rights.isEmpty() || rights.stream().anyMatch(right -> right.holds(article.dataMining())))
                && ((topic.isEmpty() && stated.isEmpty()) || isAboutTopic(article));
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
        return holdsOneOf(topic, article.topics())
                || article.topics().stream()
                        .anyMatch(
                                id -> stated.contains(id) && !article.broader().contains(id));
    }

    private boolean isInLanguage(@Nullable String of) {
        if (of == null) {
            return false;
        }
        int subtag = of.indexOf('-');
        return language.contains(of) || (subtag > 0 && language.contains(of.substring(0, subtag)));
    }

    private boolean isMaterial(TopicEvent event) {
        boolean version = !event.tellsOfCopies();
        return changes.stream().anyMatch(materiality -> materiality.takes(event.article(), version));
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
