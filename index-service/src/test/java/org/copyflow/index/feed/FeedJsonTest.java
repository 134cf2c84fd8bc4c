package org.copyflow.index.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.NOON;
import static org.copyflow.index.SampleArticles.harbour;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicEvent.Change;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.topic.CardOf;
import org.junit.jupiter.api.Test;

class FeedJsonTest {

    private static final ArticleCard CARD = CardOf.of(harbour("a1"));
    private static final ArticleCard OTHER = CardOf.of(harbour("a2"));
    private static final TopicRef SOURCE = new TopicRef("source:agency", "Agentur „Hafen“ 港口", "source");
    private static final TopicRef PORTS =
            new TopicRef("medtop:20000001", "ports", "medtop", List.of("medtop:04000000"));

    /// As the events of some articles follow each other, and as they do not.
    private static final List<TopicEvent> EVENTS = List.of(
            added(SOURCE, CARD),
            added(PORTS, CARD),
            added(PORTS, OTHER),
            added(SOURCE, CARD.foundBy(List.of("q1"))),
            new TopicEvent(SOURCE, Change.UPDATED, NOON, CARD.asCopyOf("a2"), CARD),
            new TopicEvent(PORTS, Change.UPDATED, NOON, CARD.asCopyOf("a2"), CARD),
            new TopicEvent(PORTS, Change.UPDATED, NOON, CARD, CARD.asCopyOf("a2")),
            added(SOURCE, CARD),
            new TopicEvent(SOURCE, Change.REMOVED, NOON, CARD.withoutContent(), null),
            new TopicEvent(PORTS, Change.REMOVED, NOON, CARD.withoutContent(), null));

    private final FeedJson json = new FeedJson();

    @Test
    void writesEventsAsTheyAreWrittenOneByOne() {
        assertThat(EVENTS)
                .allSatisfy(event -> assertThat(text(json.write(event)))
                        .isEqualTo(EventJson.mapper().writeValueAsString(event)));
    }

    @Test
    void readsEventsAsTheyAreReadOneByOne() {
        assertThat(EVENTS).allSatisfy(event -> {
            byte[] bytes = EventJson.mapper().writeValueAsBytes(event);

            FeedJson.Read read = json.read(bytes);

            assertThat(read.event()).isEqualTo(event);
            assertThat(read.json()).isSameAs(bytes);
            assertThat(text(read.card())).isEqualTo(EventJson.mapper().writeValueAsString(event.article()));
        });
    }

    @Test
    void readsACardOnceForAllEventsThatFollowEachOther() {
        FeedJson.Read first = json.read(EventJson.mapper().writeValueAsBytes(added(SOURCE, CARD)));
        FeedJson.Read second = json.read(EventJson.mapper().writeValueAsBytes(added(PORTS, CARD)));

        assertThat(second.event().article()).isSameAs(first.event().article());
        assertThat(second.event().topic()).isEqualTo(PORTS);
    }

    private static TopicEvent added(TopicRef topic, ArticleCard card) {
        return new TopicEvent(topic, Change.ADDED, NOON, card, null);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
