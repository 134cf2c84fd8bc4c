package org.copyflow.index.http;

import io.javalin.http.Context;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.query.TopicPlace;
import org.copyflow.index.query.TopicQuery;
import org.copyflow.index.query.TopicQuery.Order;
import org.copyflow.index.query.TopicStore;
import org.jspecify.annotations.Nullable;

/// Topics: the list of them, and a topic's view.
final class TopicRoutes {

    private static final int DEFAULT_TOPICS = 50;
    private static final int MAX_TOPICS = 500;

    private final TopicStore topics;

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
