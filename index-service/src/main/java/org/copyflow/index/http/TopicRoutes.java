package org.copyflow.index.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.query.ArticlePage;
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

    /// `kind`, `q` (how a name begins), `order` (articles or updated), `limit`.
    void list(Context ctx) {
        var query = new TopicQuery(
                Parameters.text(ctx, "kind"),
                Parameters.text(ctx, "q"),
                order(ctx.queryParam("order")),
                Parameters.number(ctx, "limit", DEFAULT_TOPICS, 1, MAX_TOPICS));
        JsonAnswer.send(ctx, topics.topics(query));
    }

    void view(Context ctx) {
        String id = ctx.pathParam("id");
        TopicView view = topics.view(id);
        if (view == null) {
            throw Problems.noTopic(id);
        }
        JsonAnswer.send(ctx, view);
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

    private static Order order(@Nullable String word) {
        return switch (word == null ? "articles" : word.toLowerCase(Locale.ROOT)) {
            case "articles" -> Order.ARTICLES;
            case "updated" -> Order.UPDATED;
            default -> throw Problems.badParameter("order", String.valueOf(word), "articles or updated");
        };
    }
}
