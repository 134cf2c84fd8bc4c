package org.copyflow.index.http;

import io.javalin.http.Context;
import java.util.List;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.query.ArticlePage;
import org.copyflow.index.query.TopicPlace;
import org.copyflow.index.query.TopicQuery;
import org.copyflow.index.query.TopicQuery.Order;
import org.copyflow.index.query.TopicStore;
import org.copyflow.index.store.CardPosition;
import org.jspecify.annotations.Nullable;

/// Topics: the list of them, a topic's view, and its articles page by page.
final class TopicRoutes {

    private static final int DEFAULT_TOPICS = 50;
    private static final int MAX_TOPICS = 500;
    private static final int DEFAULT_ARTICLES = 20;
    private static final int MAX_ARTICLES = 200;

    private final TopicStore topics;

    /// @param next sent back as `before` for the page after this one; absent on the last
    private record Articles(
            List<ArticleCard> articles, @Nullable String next) {}

    TopicRoutes(TopicStore topics) {
        this.topics = topics;
    }

    /// `kind`, `q` (words of a name), `broader`, `order`, `limit`, and `after`, the `next` of the page before.
    void list(Context ctx) {
        Order order = Parameters.word(ctx, "order", Order.class, Order.VOLUME);
        var query = new TopicQuery(
                Parameters.text(ctx, "kind"),
                Parameters.text(ctx, "q"),
                Parameters.text(ctx, "broader"),
                order,
                Parameters.number(ctx, "limit", DEFAULT_TOPICS, 1, MAX_TOPICS),
                place(ctx.queryParam("after"), order));
        JsonAnswer.send(ctx, topics.topics(query));
    }

    void view(Context ctx) {
        String id = ctx.pathParam("id");
        TopicView view = topics.view(id);
        if (view == null) {
            throw Problems.noTopic(id);
        }
        JsonAnswer.send(ctx, NamedView.of(view, topics));
    }

    /// `limit` and `before`, the cursor that the page before gave as `next`.
    void articles(Context ctx) {
        String id = ctx.pathParam("id");
        int limit = Parameters.number(ctx, "limit", DEFAULT_ARTICLES, 1, MAX_ARTICLES);
        ArticlePage page = topics.articles(id, position(ctx.queryParam("before")), limit);
        if (page == null) {
            throw Problems.noTopic(id);
        }
        CardPosition next = page.next();
        JsonAnswer.send(ctx, new Articles(page.articles(), next == null ? null : next.cursor()));
    }

    private static @Nullable CardPosition position(@Nullable String cursor) {
        try {
            return cursor == null ? null : CardPosition.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter("before", cursor, "the `next` of a page, as it came");
        }
    }

    private static @Nullable TopicPlace place(@Nullable String cursor, Order order) {
        if (cursor == null) {
            return null;
        }
        try {
            TopicPlace place = TopicPlace.parse(cursor);
            if (place.order() == order) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            // refused below, as one of another order
        }
        throw Problems.badParameter("after", cursor, "the `next` of a page in the same order, as it came");
    }
}
