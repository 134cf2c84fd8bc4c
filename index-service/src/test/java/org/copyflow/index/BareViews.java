package org.copyflow.index;

import static org.copyflow.index.SampleArticles.NOON;

import java.time.Instant;
import java.util.List;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.RelatedTopic;

/// Views with nothing in the fields that most tests do not look at.
public final class BareViews {

    private BareViews() {}

    /// @param articles how many it holds
    public static TopicView view(TopicRef topic, long articles, List<RelatedTopic> related, Instant updatedAt) {
        return new TopicView(
                topic, articles, null, NOON, null, null, 0, false, List.of(), List.of(), List.of(), List.of(),
                List.of(), related, List.of(), updatedAt);
    }
}
