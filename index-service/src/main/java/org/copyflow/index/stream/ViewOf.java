package org.copyflow.index.stream;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.events.topic.TopicView.RelatedTopic;
import org.copyflow.events.topic.TopicView.TopicFigure;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.KeptCard.Counted;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.times.Timeline;
import org.copyflow.index.times.Trend;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// Makes a topic's view of its state, its newest cards and when its articles are from. A pure function, so a view
/// cannot remember what was taken back.
public final class ViewOf {

    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private ViewOf() {}

    /// @param cards the newest [IndexLimits#countedPerView()] of the topic, newest first
    /// @param oldest the oldest card of its list, absent where the list is empty
    /// @param timeline the topic's last [IndexLimits#timelineDays()] days
    public static TopicView of(
            TopicState state, List<KeptCard> cards, @Nullable Instant oldest, Timeline timeline, IndexLimits limits) {
        TopicRef topic = topic(state, cards);
        Trend trend = Trend.of(timeline);
        return new TopicView(
                topic,
                state.articles(),
                state.holdsAll() ? oldest : null,
                cards.isEmpty() ? null : cards.getFirst().card().sortedAt(),
                timeline.hours(limits.hoursPerView()),
                timeline.days(limits.daysPerView()),
                trend.score(),
                trend.breaking(),
                cards.stream().limit(limits.newestPerView()).map(KeptCard::card).toList(),
                count(cards, card -> List.of(card.source()), limits, Count::new),
                count(cards, Counted::people, limits, Count::new),
                count(cards, Counted::organisations, limits, Count::new),
                count(cards, ViewOf::language, limits, Count::new),
                related(topic, cards, limits),
                figures(cards, limits.figuresPerView()),
                state.updatedAt());
    }

    /// What it is called, and what it belongs to, as its newest article has it.
    private static TopicRef topic(TopicState state, List<KeptCard> cards) {
        if (cards.isEmpty()) {
            return state.topic();
        }
        Counted newest = cards.getFirst().counted();
        return new TopicRef(
                state.topic().id(), newest.topicName(), state.topic().kind(), newest.broader());
    }

    private static List<RelatedTopic> related(TopicRef topic, List<KeptCard> cards, IndexLimits limits) {
        Set<String> known = new HashSet<>(topic.broader());
        known.add(topic.id());
        return count(
                cards,
                card -> card.topics().stream()
                        .filter(id -> !known.contains(id) && !id.startsWith(TopicsOf.SOURCE + ':'))
                        .toList(),
                limits,
                RelatedTopic::new);
    }

    /// A copy says what its original said.
    private static List<TopicFigure> figures(List<KeptCard> cards, int limit) {
        return cards.stream()
                .filter(kept -> !kept.counted().copy() && kept.counted().figures() > 0)
                .map(KeptCard::card)
                .flatMap(card ->
                        card.figures().stream().map(figure -> new TopicFigure(card.id(), card.sortedAt(), figure)))
                .limit(limit)
                .toList();
    }

    private static List<String> language(Counted card) {
        return card.language() == null ? List.of() : List.of(card.language());
    }

    private static <T> List<T> count(
            List<KeptCard> cards,
            Function<Counted, Collection<String>> words,
            IndexLimits limits,
            BiFunction<String, Long, T> shown) {
        Map<String, Long> counts = new HashMap<>();
        cards.forEach(kept -> words.apply(kept.counted()).forEach(word -> counts.merge(word, 1L, Long::sum)));
        return counts.entrySet().stream()
                .sorted(MOST_FIRST)
                .limit(limits.namesPerView())
                .map(entry -> shown.apply(entry.getKey(), entry.getValue()))
                .toList();
    }
}
