package org.copyflow.index.page;

import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.index.query.TopicSummary;
import org.copyflow.index.topic.Slug;
import org.copyflow.index.topic.TopicsOf;

/// A topic in a list.
public record TopicLink(String id, String name, String href, long articles) {

    public static TopicLink of(TopicSummary topic) {
        return of(topic.id(), topic.name(), topic.articles());
    }

    public static TopicLink of(String id, String name, long articles) {
        return new TopicLink(id, name, Links.topic(id), articles);
    }

    /// A name that a view counts.
    public static TopicLink named(String kind, Count count) {
        return of(kind + ":" + Slug.of(count.name()), count.name(), count.articles());
    }

    public static TopicLink source(Count count) {
        return of(TopicsOf.sourceId(count.name()), count.name(), count.articles());
    }
}
