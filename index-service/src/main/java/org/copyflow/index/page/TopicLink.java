package org.copyflow.index.page;

import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.index.query.TopicSummary;
import org.copyflow.index.topic.Slug;
import org.copyflow.index.topic.TopicsOf;

/// A topic in a list.
record TopicLink(String name, String href, long articles) {

    static TopicLink of(TopicSummary topic) {
        return new TopicLink(topic.name(), Links.topic(topic.id()), topic.articles());
    }

    /// A name that a view counts.
    static TopicLink named(String kind, Count count) {
        return new TopicLink(count.name(), Links.topic(kind + ":" + Slug.of(count.name())), count.articles());
    }

    static TopicLink source(Count count) {
        return new TopicLink(count.name(), Links.topic(TopicsOf.sourceId(count.name())), count.articles());
    }
}
