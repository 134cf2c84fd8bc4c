package org.copyflow.index.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.search.SearchPage.Hit;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.store.IndexedArticle;
import org.copyflow.index.store.KeptCard;
import org.copyflow.index.store.TopicState;
import org.jspecify.annotations.Nullable;

/// The articles of a topic for which its list has no room. The search index, which holds every article, says which
/// they are, in the order of the list; what their cards say, and whether they may be shown at all, the store of
/// articles
/// says, which is ahead of it. Thread-safe.
public final class OlderArticles {

    private static final int LEAST_HITS = 20;

    private final Function<SearchQuery, SearchPage> search;
    private final Function<String, @Nullable IndexedArticle> articles;

    /// @param articles the article of an id
    public OlderArticles(
            Function<SearchQuery, SearchPage> search, Function<String, @Nullable IndexedArticle> articles) {
        this.search = search;
        this.articles = articles;
    }

    /// Whether they can be found: which articles a saved query has found, only its list says.
    public static boolean areFound(TopicRef topic) {
        return !topic.kind().equals(SavedQuery.KIND);
    }

    /// A page of a topic's articles, newest first.
    ///
    /// @param listed what the topic's list has of it
    /// @param after where the page before ended; absent for the newest
    /// @param limit how many cards it has at most
    /// @throws StoresUnavailableException where some would have to be searched, and that is not possible now
    public List<KeptCard> complete(TopicState state, List<KeptCard> listed, @Nullable CardPosition after, int limit) {
        TopicRef topic = state.topic();
        if (listed.size() >= limit || state.holdsAll() || !areFound(topic)) {
            return listed;
        }
        var page = new ArrayList<>(listed);
        CardPosition last =
                listed.isEmpty() ? after : CardPosition.of(listed.getLast().card());
        CardPosition from = later(last, state.cards().floor());
        int wanted = Math.max(limit - page.size(), LEAST_HITS);
        List<Hit> hits;
        do {
            hits = hits(topic.id(), from, wanted);
            for (Hit hit : hits) {
                from = CardPosition.of(hit.article());
                KeptCard card = card(topic.id(), from);
                if (card != null && page.size() < limit) {
                    page.add(card);
                }
            }
        } while (page.size() < limit && hits.size() == wanted);
        return page;
    }

    /// The list holds all that is newer than its floor.
    private static @Nullable CardPosition later(@Nullable CardPosition last, @Nullable CardPosition floor) {
        CardPosition start = floor == null ? null : new CardPosition(floor.sortedAt(), "");
        return start == null || (last != null && last.compareTo(start) > 0) ? last : start;
    }

    private List<Hit> hits(String topicId, @Nullable CardPosition after, int limit) {
        var cursor = after == null
                ? null
                : new SearchCursor(Order.TIME, after.sortedAt().toEpochMilli(), after.articleId());
        var inTopic = new EnumMap<>(Map.of(Facet.TOPIC, List.of(topicId)));
        var query = new SearchQuery(null, Where.ANYWHERE, inTopic, null, null, Order.TIME, limit, cursor, List.of());
        try {
            return search.apply(query).hits();
        } catch (SearchUnavailableException | SearchTooSlowException e) {
            throw new StoresUnavailableException("older articles cannot be searched: " + e.getMessage(), e);
        }
    }

    /// @param at where search has it
    /// @return absent where it is not there any more
    private @Nullable KeptCard card(String topicId, CardPosition at) {
        IndexedArticle article = articles.apply(at.articleId());
        return article == null
                        || !article.isShown()
                        || !CardPosition.of(article.card()).equals(at)
                ? null
                : article.allTopics()
                        .filter(topic -> topic.id().equals(topicId))
                        .findFirst()
                        .map(topic -> new KeptCard(topic.name(), article.card(), topic.broader()))
                        .orElse(null);
    }
}
