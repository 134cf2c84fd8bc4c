package org.copyflow.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.Pipeline;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Revision;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.article.Span;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.article.Statistics;
import org.copyflow.events.push.KeyedPush;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.Outcome;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.story.Story;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.CardFigure;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.events.topic.TopicView;

/// Events with every field set.
final class ExampleEvents {

    private static final Instant NOON = Instant.parse("2026-03-06T12:00:00Z");
    private static final TopicRef TOPIC =
            new TopicRef("medtop:20000343", "shipping", "medtop", List.of("medtop:04000000"));

    private static final Revision.Change CHANGE = new Revision.Change(
            Revision.Field.FIGURE, Revision.Kind.CHANGED, "8.9 percent", "9.9 percent", "the harbour");

    private ExampleEvents() {}

    static Article article() {
        String text = "The harbour grew 9.9 percent, Ana Lind said.";
        return new ArticleBuilder()
                .id(DocumentIds.articleId(DocumentIds.documentId("desk", "urn:item:1"), 2))
                .documentId(DocumentIds.documentId("desk", "urn:item:1"))
                .part(2)
                .parts(5)
                .source("desk")
                .uri("urn:item:1")
                .version(3L)
                .url("https://example.org/harbour")
                .title("Harbour grows")
                .kicker("Trade")
                .section("Economy")
                .publisher("The Desk")
                .language("en")
                .rights(rights())
                .bylines(List.of(new Byline("Ana Lind", Byline.AUTHOR)))
                .bylineText("By Ana LIND")
                .publishedAt(new StatedTime("2026-03-06T09:39:50+08:00"))
                .updatedAt(new StatedTime("2026-03-07"))
                .receivedAt(NOON)
                .enrichedAt(NOON)
                .text(text)
                .blocks(List.of(new Block(Block.Type.PARAGRAPH, 0, text.length())))
                .leadImage(new LeadImage(
                        "https://example.org/harbour.jpg", "A harbour", "The harbour at dawn.", "A. Lind", 1200, 800))
                .captions(List.of(new Caption("The harbour at dawn.", "A. Lind")))
                .notes(List.of(new Note(Note.Kind.EDITOR, "First of two parts.")))
                .continuedFrom("page 1")
                .summary(text)
                .keyphrases(List.of("harbour"))
                .statistics(new Statistics(
                        new Statistics.TextStatistics(8, 1, 1, text.length(), 2, 5.5), List.of(figure())))
                .entities(List.of(new Entity(
                        "Ana Lind", Entity.Type.PERSON, List.of("Lind"), "id:1", 1.0, List.of(new Span(30, 38)))))
                .quotes(List.of(new Quote(0, 28, "The harbour grew 9.9 percent", "Ana Lind", "said", false)))
                .topics(List.of(new ArticleTopic("medtop:20000217", "transport", 0.93)))
                .extensions(Map.of(
                        "ninjs", EventJson.mapper().readTree("{\"urgency\":4,\"genres\":[{\"name\":\"Update\"}]}")))
                .revision(new Revision(2L, List.of(CHANGE), 1))
                .fingerprint("f00d")
                .sketch(new Sketch(6, "q80B"))
                .pipeline(new Pipeline("1", Map.of("figures", "1")))
                .build();
    }

    private static Rights rights() {
        return new Rights(
                "The Desk Ltd",
                "© 2026 The Desk Ltd",
                "Not in print.",
                "https://example.org/licence",
                "https://example.org/policy",
                DataMining.PROHIBITED_TRAINING,
                "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING");
    }

    private static Figure figure() {
        return new Figure(
                17,
                28,
                "9.9 percent",
                Figure.Kind.PERCENT,
                new BigDecimal("9.9"),
                new BigDecimal("9"),
                new BigDecimal("1130000"),
                "%",
                "2026-03",
                "=",
                "up",
                "the harbour",
                new Span(4, 15),
                new Span(0, 44));
    }

    static ArticleCard card() {
        return new ArticleCard(
                "a1",
                "Harbour grows",
                "desk",
                "en",
                "https://example.org/harbour",
                "The harbour grew.",
                new StatedTime("2026-03-06"),
                NOON,
                NOON,
                3L,
                List.of("Ana Lind"),
                List.of("Harbour Board"),
                List.of(Revision.Field.TITLE),
                "a0",
                List.of("source:desk", TOPIC.id()),
                List.of(TOPIC.id()),
                List.of("8c1f"),
                List.of(new CardFigure(
                        "9.9 percent",
                        Figure.Kind.PERCENT,
                        new BigDecimal("9.9"),
                        new BigDecimal("9"),
                        new BigDecimal("1130000"),
                        "%",
                        "up",
                        "the harbour")),
                DataMining.PROHIBITED_TRAINING);
    }

    static TopicEvent topicEvent() {
        return new TopicEvent(TOPIC, TopicEvent.Change.UPDATED, NOON, card(), card());
    }

    static TopicView topicView() {
        var counts = List.of(new TopicView.Count("Ana Lind", 2));
        var times = new TopicView.TimeCounts(NOON, List.of(1L, 0L, 1L));
        return new TopicView(
                TOPIC,
                2,
                NOON,
                NOON,
                times,
                times,
                3.4,
                true,
                List.of(card()),
                counts,
                counts,
                counts,
                counts,
                List.of(new TopicView.RelatedTopic("keyword:crane", 1)),
                List.of(new TopicView.TopicFigure("a1", NOON, card().figures().getFirst())),
                NOON);
    }

    static ArticleDigest digest() {
        var figure = new ArticleDigest.Measured("the harbour", "%", "9.9 percent", new BigDecimal("9.9"));
        return new ArticleDigest(
                "a1",
                true,
                "Harbour grows",
                "desk",
                "https://example.org/harbour",
                NOON,
                NOON,
                new Sketch(300, "q80B"),
                List.of("harbour"),
                List.of(figure),
                List.of(new ArticleDigest.Sentence("The harbour grows.", 0, 18)));
    }

    static Story story() {
        var value = new Story.Value("a1", "desk", "9.9 percent", new BigDecimal("9.9"));
        return new Story(
                "story:en:a1",
                "en",
                "Harbour grows",
                List.of(new Story.Sentence("a1", "desk", "The harbour grows.", 0, 18)),
                List.of(new Story.Member("a1", "Harbour grows", "desk", "https://example.org/harbour", NOON, "a0")),
                1,
                List.of("desk"),
                1,
                NOON,
                NOON,
                List.of(new Story.Comparison("the harbour", "%", List.of(value))),
                "story:en:a0",
                "story:en:a2",
                NOON);
    }

    static ArticleRelations relations() {
        var pointer = new ArticlePointer("a0", "agency");
        return new ArticleRelations("a1", pointer, List.of(pointer), 1, "story:en:a1");
    }

    static ArticleIndexed indexed() {
        return new ArticleIndexed("d1~2", 1, 42, true, NOON, NOON);
    }

    static ArticleDelivery delivery() {
        return new ArticleDelivery("d1", 1, 42, ArticleDelivery.SSE, 3, 2, NOON);
    }

    static ArticleOutcome outcome() {
        return new ArticleOutcome(
                "d1",
                "desk",
                1,
                42,
                Outcome.DEAD_LETTERED,
                List.of("d1"),
                NOON,
                "1-41",
                "unreadable-json",
                "why",
                NOON,
                NOON);
    }

    static SavedQuery savedQuery() {
        return new SavedQuery("8c1f", "Harbours", "harbour | port", "title", Instant.parse("2026-05-03T08:30:00Z"));
    }

    static KeyedPush keyedPush() {
        return new KeyedPush(
                KeyedPush.Step.ANSWERED,
                "0b6f…",
                Instant.parse("2026-05-03T08:30:00Z"),
                "5e88…",
                202,
                "/v1/receipts/3-1042",
                "{\"status\":\"accepted\"}");
    }
}
