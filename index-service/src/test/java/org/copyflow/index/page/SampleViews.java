package org.copyflow.index.page;

import static org.copyflow.index.SampleArticles.NOON;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.article.Figure;
import org.copyflow.events.topic.CardFigure;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.events.topic.TopicView.RelatedTopic;
import org.copyflow.events.topic.TopicView.TimeCounts;
import org.copyflow.events.topic.TopicView.TopicFigure;
import org.jspecify.annotations.Nullable;

/// A view with something in every field.
final class SampleViews {

    private SampleViews() {}

    /// @param everyName stands for all names in it, where it is given
    static TopicView of(String id, String name, @Nullable String everyName) {
        String figure = Objects.requireNonNullElse(everyName, "9.9 percent");
        return new TopicView(
                new TopicRef(id, name, "place"),
                31,
                NOON,
                NOON,
                new TimeCounts(NOON, List.of(31L)),
                new TimeCounts(NOON, List.of(29L, 0L, 2L)),
                3.4,
                true,
                List.of(),
                List.of(new Count("wire.example", 31)),
                List.of(new Count(Objects.requireNonNullElse(everyName, "Ada Brook"), 2)),
                List.of(new Count(Objects.requireNonNullElse(everyName, "Port Authority"), 1)),
                List.of(new Count("en", 31)),
                List.of(new RelatedTopic("keyword:harbour", 3)),
                List.of(new TopicFigure(
                        "a1",
                        NOON,
                        new CardFigure(figure, Figure.Kind.COUNT, BigDecimal.TEN, null, null, figure, null, figure))),
                NOON);
    }
}
