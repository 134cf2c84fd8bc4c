package org.copyflow.index.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.store.TopicEvents;
import org.jspecify.annotations.Nullable;

/// Topics in memory, with a place to let things happen while they are read.
public final class FakeTopics implements TopicStore {

    public final Map<String, TopicView> views = new ConcurrentHashMap<>();
    public final Map<String, TreeMap<CardPosition, ArticleCard>> cards = new HashMap<>();
    public final List<TopicSummary> summaries = new ArrayList<>();
    public final Map<Integer, Long> coverage = new ConcurrentHashMap<>();
    public volatile @Nullable TopicQuery asked;
    public volatile boolean restoring;
    public volatile boolean cut;
    public volatile Runnable beforeCoverage = () -> {};
    public volatile Runnable beforeHistory = () -> {};

    private final Map<String, List<TopicEvents.Kept>> history = new HashMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final Map<String, Long> dropped = new HashMap<>();

    /// What the topology does with an event: keeps it, and covers its offset.
    public synchronized void process(int partition, long offset, TopicEvent event) {
        String topicId = event.topic().id();
        partitions.put(topicId, partition);
        history.computeIfAbsent(topicId, _ -> new ArrayList<>()).add(new TopicEvents.Kept(offset, event));
        coverage.merge(partition, offset, Math::max);
    }

    /// Forgets a topic's events up to an offset.
    public synchronized void drop(String topicId, long offset) {
        history.getOrDefault(topicId, new ArrayList<>()).removeIf(kept -> kept.offset() <= offset);
        dropped.put(topicId, offset);
    }

    public synchronized void add(String topicId, ArticleCard card) {
        cards.computeIfAbsent(topicId, _ -> new TreeMap<>()).put(CardPosition.of(card), card);
    }

    public synchronized void remove(String topicId, String articleId) {
        cards.getOrDefault(topicId, new TreeMap<>())
                .values()
                .removeIf(card -> card.id().equals(articleId));
    }

    @Override
    public @Nullable TopicView view(String topicId) {
        answer();
        return views.get(topicId);
    }

    @Override
    public TopicList topics(TopicQuery query) {
        answer();
        asked = query;
        return new TopicList(summaries, summaries.size());
    }

    @Override
    public Map<String, String> names(Collection<String> topicIds) {
        return summaries.stream()
                .filter(topic -> topicIds.contains(topic.id()))
                .collect(Collectors.toMap(TopicSummary::id, TopicSummary::name));
    }

    @Override
    public Map<Integer, Long> listed() {
        answer();
        return Map.copyOf(coverage);
    }

    @Override
    public synchronized @Nullable ArticlePage articles(String topicId, @Nullable CardPosition after, int limit) {
        answer();
        TreeMap<CardPosition, ArticleCard> of = cards.get(topicId);
        if (of == null) {
            return null;
        }
        var rest = after == null ? of : of.tailMap(after, false);
        return ArticlePage.of(rest.values().stream().limit(limit + 1L).toList(), limit, cut);
    }

    @Override
    public synchronized List<String> ofKind(String kind) {
        return partitions.keySet().stream()
                .filter(id -> id.startsWith(kind + ":"))
                .toList();
    }

    @Override
    public synchronized int partition(String topicId) {
        answer();
        return partitions.getOrDefault(topicId, 0);
    }

    @Override
    public long coverage(int partition) {
        beforeCoverage.run();
        return coverage.getOrDefault(partition, -1L);
    }

    @Override
    public TopicHistory history(String topicId, long after, long upTo, int limit) {
        beforeHistory.run();
        synchronized (this) {
            List<TopicEvents.Kept> all = history.getOrDefault(topicId, List.of()).stream()
                    .filter(kept -> kept.offset() > after && kept.offset() <= upTo)
                    .toList();
            return new TopicHistory(
                    all.subList(Math.max(0, all.size() - limit), all.size()), dropped.getOrDefault(topicId, -1L));
        }
    }

    private void answer() {
        if (restoring) {
            throw new StoresUnavailableException("the index is being restored: the state is REBALANCING", null);
        }
    }
}
