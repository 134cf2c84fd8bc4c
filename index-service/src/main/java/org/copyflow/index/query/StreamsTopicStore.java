package org.copyflow.index.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.instances.InstanceStores;
import org.copyflow.index.instances.PatientReads.Reserve;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.search.OlderArticles;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.store.IndexedArticle;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.TopicCards;
import org.copyflow.index.store.TopicCounts;
import org.copyflow.index.store.TopicEvents;
import org.copyflow.index.store.TopicState;
import org.copyflow.index.stream.IndexLimits;
import org.copyflow.index.stream.ViewOf;
import org.copyflow.index.times.Trend;
import org.copyflow.index.topic.VocabularyNames;
import org.jspecify.annotations.Nullable;

/// Topics from the topology's own stores: what is asked of one topic is as new as the last event processed.
public final class StreamsTopicStore implements TopicStore {

    private final InstanceStores stores;
    private final IndexLimits limits;
    private final OlderArticles older;
    private final Clock clock;
    private final TopicDirectory directory;

    /// @param search goes on where a topic's list has no room
    public StreamsTopicStore(
            InstanceStores stores, IndexLimits limits, Function<SearchQuery, SearchPage> search, Clock clock) {
        this.stores = stores;
        this.limits = limits;
        older = new OlderArticles(search, this::article);
        this.clock = clock;
        var names = new VocabularyNames();
        directory = new TopicDirectory(this::coverage, this::summaries, names::of, stores.reads(), System::nanoTime);
    }

    @Override
    public @Nullable TopicView view(String topicId) {
        TopicState state = held(topicId);
        if (state == null) {
            return null;
        }
        ReadOnlyKeyValueStore<Bytes, KeptCard> cards = cards(topicId);
        return ViewOf.of(
                state,
                newest(state, TopicCards.page(cards, topicId, null, limits.countedPerView())),
                TopicCards.oldest(cards, topicId),
                TopicCounts.timeline(
                        stores.ofKey(IndexStores.TOPIC_COUNTS, topicId),
                        topicId,
                        clock.instant(),
                        limits.timelineDays()),
                limits);
    }

    @Override
    public TopicList topics(TopicQuery query) {
        return directory.list(query);
    }

    @Override
    public Map<String, String> names(Collection<String> topicIds) {
        var names = new HashMap<String, String>();
        for (String id : topicIds) {
            try {
                TopicState state = held(id);
                if (state != null) {
                    names.put(id, state.topic().name());
                }
            } catch (StoresUnavailableException _) {
                // a name is an addition; what is asked of each of many stores must not wait for one
                stores.reads().note(Reserve.NAMES);
            }
        }
        return names;
    }

    @Override
    public Map<Integer, Long> listed() {
        return directory.coverage();
    }

    @Override
    public @Nullable ArticlePage articles(String topicId, @Nullable CardPosition after, int limit) {
        TopicState state = held(topicId);
        if (state == null) {
            return null;
        }
        List<KeptCard> listed = TopicCards.page(cards(topicId), topicId, after, limit + 1);
        return ArticlePage.of(
                older.complete(state, listed, after, limit + 1).stream()
                        .map(KeptCard::card)
                        .toList(),
                limit,
                !state.holdsAll() && !OlderArticles.areFound(state.topic()));
    }

    @Override
    public List<String> ofKind(String kind) {
        var ids = new ArrayList<String>();
        for (ReadOnlyKeyValueStore<String, TopicState> topics : allTopics()) {
            // the semicolon follows the colon
            try (KeyValueIterator<String, TopicState> found = topics.range(kind + ':', kind + ';')) {
                found.forEachRemaining(entry -> ids.add(entry.key));
            }
        }
        return ids;
    }

    @Override
    public int partition(String topicId) {
        return stores.partition(IndexStores.TOPICS, topicId);
    }

    @Override
    public long coverage(int partition) {
        Long offset = stores.<Integer, Long>ofPartition(IndexStores.COVERAGE, partition)
                .get(partition);
        return offset == null ? TopicState.NO_OFFSET : offset;
    }

    @Override
    public TopicHistory history(String topicId, long after, long upTo, int limit) {
        TopicState state = stores.<String, TopicState>workedOfKey(IndexStores.TOPICS, topicId)
                .get(topicId);
        ReadOnlyKeyValueStore<Bytes, byte[]> events = stores.workedOfKey(IndexStores.TOPIC_HISTORY, topicId);
        if (state == null) {
            return new TopicHistory(List.of(), TopicEvents.forgotten(events));
        }
        return new TopicHistory(
                TopicEvents.between(events, topicId, after, upTo, limit),
                state.history().dropped());
    }

    /// A view has something to say even while there is no search.
    private List<KeptCard> newest(TopicState state, List<KeptCard> listed) {
        try {
            return older.complete(state, listed, null, limits.countedPerView());
        } catch (StoresUnavailableException _) {
            return listed;
        }
    }

    private @Nullable IndexedArticle article(String articleId) {
        return stores.<String, IndexedArticle>ofKey(IndexStores.ARTICLES, articleId)
                .get(articleId);
    }

    private @Nullable TopicState held(String topicId) {
        TopicState state = state(topicId);
        return state == null || state.articles() == 0 ? null : state;
    }

    private @Nullable TopicState state(String topicId) {
        return stores.<String, TopicState>ofKey(IndexStores.TOPICS, topicId).get(topicId);
    }

    private ReadOnlyKeyValueStore<Bytes, KeptCard> cards(String topicId) {
        return stores.ofKey(IndexStores.TOPIC_ARTICLES, topicId);
    }

    private List<ReadOnlyKeyValueStore<String, TopicState>> allTopics() {
        return stores.all(IndexStores.TOPICS);
    }

    /// Without those partitions of which only a standby is there: it can list topics and does not know how far it has
    /// come, and who asked for all that came since the beginning would get the whole feed again.
    private Map<Integer, Long> coverage() {
        var known = new HashMap<Integer, Long>();
        for (int partition : stores.partitions(IndexStores.COVERAGE)) {
            try {
                known.put(partition, coverage(partition));
            } catch (StoresUnavailableException _) {
                // left out
            }
        }
        return known;
    }

    private List<TopicSummary> summaries() {
        var summaries = new ArrayList<TopicSummary>();
        for (ReadOnlyKeyValueStore<String, TopicState> topics : allTopics()) {
            try (KeyValueIterator<String, TopicState> all = topics.all()) {
                all.forEachRemaining(entry -> summaries.add(summary(entry.value)));
            }
        }
        return summaries;
    }

    private static TopicSummary summary(TopicState state) {
        return new TopicSummary(
                state.topic().id(),
                state.topic().name(),
                state.topic().kind(),
                state.topic().broader(),
                state.articles(),
                state.trend(),
                new Trend(state.trend()).breaking(),
                state.updatedAt());
    }
}
