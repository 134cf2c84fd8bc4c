package org.copyflow.index.page.topic;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.entity.EntityReader;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.page.Assets;
import org.copyflow.index.page.Links;
import org.copyflow.index.page.PageCard;
import org.copyflow.index.page.Templates;
import org.copyflow.index.page.TopicKind;
import org.copyflow.index.page.TopicLink;
import org.copyflow.index.query.ArticlePage;
import org.copyflow.index.query.ArticleStore;
import org.copyflow.index.query.TopicQuery;
import org.copyflow.index.query.TopicQuery.Order;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.query.TopicSummary;
import org.copyflow.index.store.CardPosition;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// The list of topics, and the page of one, which of an entity tells what its articles say of it too; live by its
/// stream from where its stores were before it was read.
public final class TopicPages {

    private static final int TOPICS_A_PAGE = 200;
    private static final int NARROWER = 20;

    /// More than a vocabulary has.
    private static final int ALL = 10_000;

    private final TopicStore topics;
    private final EntityReader entities;
    private final InstantSource clock;
    private final Templates templates = new Templates(new Assets());
    private final Templates.Page list = templates.page("topics");
    private final Templates.Page topic = templates.page("topic");

    public TopicPages(TopicStore topics, ArticleStore articles, InstantSource clock) {
        this.topics = topics;
        entities = new EntityReader(articles);
        this.clock = clock;
    }

    public void addTo(RoutesConfig routes) {
        templates.get(routes, "/topics", this::list);
        templates.get(routes, "/topics/{id}", this::topic);
    }

    private void list(Context ctx) {
        ListAddress address = ListAddress.of(ctx);
        boolean ordered = TopicKind.MEDTOP.word().equals(address.kind()) || address.broader() != null;
        Map<String, TopicSummary> vocabulary = ordered ? vocabulary() : Map.of();
        Set<String> parents = vocabulary.values().stream()
                .filter(one -> !one.broader().isEmpty())
                .map(one -> one.broader().getLast())
                .collect(Collectors.toSet());
        list.send(
                ctx,
                200,
                TopicListModel.of(
                        address, topics.topics(address.query(TOPICS_A_PAGE)), above(address, vocabulary), parents));
    }

    private Map<String, TopicSummary> vocabulary() {
        return topics.topics(TopicQuery.ofKind(TopicKind.MEDTOP.word(), Order.VOLUME, ALL)).topics().stream()
                .collect(Collectors.toMap(TopicSummary::id, one -> one));
    }

    /// What a list is below, and what is above that.
    private static List<TopicLink> above(ListAddress address, Map<String, TopicSummary> vocabulary) {
        TopicSummary below = vocabulary.get(String.valueOf(address.broader()));
        if (below == null) {
            return List.of();
        }
        var ids = new ArrayList<>(below.broader());
        ids.add(below.id());
        return ids.stream()
                .filter(vocabulary::containsKey)
                .map(vocabulary::get)
                .map(TopicLink::of)
                .toList();
    }

    private void topic(Context ctx) {
        String id = ctx.pathParam("id");
        CardPosition before = position(ctx.queryParam("before"));
        int partition = topics.partition(id);
        var shown = Cursor.of(Map.of(partition, topics.coverage(partition)));
        TopicView view = topics.view(id);
        ArticlePage page = topics.articles(id, before, EntityReader.MAX_ARTICLES);
        if (view == null || page == null) {
            templates.message(ctx, 404, "No such topic", "No article is in this topic now.");
            return;
        }
        CardPosition next = page.next();
        var articles = new TopicModel.Shown(
                page.articles().stream().map(PageCard::of).toList(),
                next == null ? null : Links.topic(id) + "?before=" + Links.query(next.cursor()),
                before == null ? Links.topicStream(id, shown) : null,
                before == null && TopicsOf.isEntity(view.topic().kind()) ? entities.facts(id, page) : null);
        Set<String> ids = new LinkedHashSet<>(view.topic().broader());
        view.related().forEach(related -> ids.add(related.id()));
        topic.send(ctx, 200, TopicModel.of(view, articles, topics.names(ids), narrower(view), clock.instant()));
    }

    private List<TopicLink> narrower(TopicView view) {
        if (!TopicKind.MEDTOP.word().equals(view.topic().kind())) {
            return List.of();
        }
        var below = new TopicQuery(null, null, view.topic().id(), Order.VOLUME, NARROWER, null);
        return topics.topics(below).topics().stream().map(TopicLink::of).toList();
    }

    private static @Nullable CardPosition position(@Nullable String cursor) {
        try {
            return cursor == null ? null : CardPosition.parse(cursor);
        } catch (IllegalArgumentException _) {
            return null; // the first page is the answer to a broken address
        }
    }
}
