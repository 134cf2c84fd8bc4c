package org.copyflow.index.stream;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.TopicState;

/// Makes a topic's view of its state and its newest cards. A pure function, so a view cannot remember what was taken
/// back.
public final class ViewOf {

    private static final Comparator<Count> MOST_FIRST =
            Comparator.comparingLong(Count::articles).reversed().thenComparing(Count::name);

    private ViewOf() {}

    /// @param cards the newest [IndexLimits#countedPerView()] of the topic, newest first
    public static TopicView of(TopicState state, List<KeptCard> cards, IndexLimits limits) {
        String name = cards.isEmpty() ? state.topic().name() : cards.getFirst().topicName();
        return new TopicView(
                new TopicRef(state.topic().id(), name, state.topic().kind()),
                state.articles(),
                cards.stream().limit(limits.newestPerView()).map(KeptCard::card).toList(),
                count(cards, card -> List.of(card.source()), limits.namesPerView()),
                count(cards, ArticleCard::people, limits.namesPerView()),
                count(cards, ArticleCard::organisations, limits.namesPerView()),
                state.updatedAt());
    }

    private static List<Count> count(List<KeptCard> cards, Function<ArticleCard, Collection<String>> names, int limit) {
        Map<String, Long> counts = new HashMap<>();
        cards.forEach(kept -> names.apply(kept.card()).forEach(name -> counts.merge(name, 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .limit(limit)
                .toList();
    }
}
