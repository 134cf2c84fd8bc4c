package org.copyflow.events.catalogue;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.copyflow.events.JsonSerde;
import org.copyflow.events.article.Article;
import org.copyflow.events.push.KeyedPush;
import org.copyflow.events.raw.ArticleDelivery;
import org.copyflow.events.raw.ArticleIndexed;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.story.Story;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.events.topic.TopicView;

/// The catalogue: every Kafka topic of Copyflow, each spelled here and nowhere else.
public final class EventTopics {

    public static final EventTopic<String, byte[]> ARTICLES_RAW = new EventTopic<>(
            "articles.raw",
            "document id",
            Serdes.String(),
            Serdes.ByteArray(),
            EventTopic.Cleanup.DELETE,
            Duration.ofDays(30),
            "The bytes as pushed; headers carry source, uri, version, status, embargo and content type.");

    public static final EventTopic<String, Article> ARTICLES_ENRICHED = new EventTopic<>(
            "articles.enriched",
            "article id",
            Serdes.String(),
            new JsonSerde<>(Article.class),
            EventTopic.Cleanup.COMPACT,
            Duration.ZERO,
            "The enriched article; a tombstone follows a withdrawal.");

    public static final EventTopic<String, byte[]> ARTICLES_DEAD_LETTERS = new EventTopic<>(
            "articles.dead-letters",
            "document id",
            Serdes.String(),
            Serdes.ByteArray(),
            EventTopic.Cleanup.DELETE,
            Duration.ofDays(90),
            "What could not be read: the original bytes; headers say stage, error code, message, origin and attempt.");

    public static final EventTopic<String, ArticleOutcome> ARTICLES_OUTCOMES = new EventTopic<>(
            "articles.outcomes",
            "document id",
            Serdes.String(),
            new JsonSerde<>(ArticleOutcome.class),
            EventTopic.Cleanup.DELETE,
            Duration.ofDays(30),
            "What became of each raw record: exactly one outcome each, in the transaction that wrote its articles.");

    public static final EventTopic<String, ArticleDigest> ARTICLES_DIGESTS = new EventTopic<>(
            "articles.digests",
            "language",
            Serdes.String(),
            new JsonSerde<>(ArticleDigest.class),
            EventTopic.Cleanup.DELETE_AS_WRITTEN,
            Duration.ofDays(7),
            "What an article is compared by with the others of its language; the index writes and reads it.");

    public static final EventTopic<String, ArticleRelations> ARTICLES_RELATIONS = new EventTopic<>(
            "articles.relations",
            "article id",
            Serdes.String(),
            new JsonSerde<>(ArticleRelations.class),
            EventTopic.Cleanup.COMPACT,
            Duration.ZERO,
            "Of which article one is a copy, which are its copies, and its story; a tombstone where it stands alone.");

    public static final EventTopic<String, Story> STORIES = new EventTopic<>(
            "stories",
            "story id",
            Serdes.String(),
            new JsonSerde<>(Story.class),
            EventTopic.Cleanup.COMPACT,
            Duration.ZERO,
            "A story: articles of one language that tell of the same event; a tombstone where it is closed.");

    public static final EventTopic<String, TopicEvent> TOPICS_FEED = new EventTopic<>(
            "topics.feed",
            "topic id",
            Serdes.String(),
            new JsonSerde<>(TopicEvent.class),
            EventTopic.Cleanup.DELETE_AS_WRITTEN,
            Duration.ofDays(30),
            "What changed in a topic, in order: an article added, updated or removed, with its card.");

    public static final EventTopic<String, TopicView> TOPICS_VIEWS = new EventTopic<>(
            "topics.views",
            "topic id",
            Serdes.String(),
            new JsonSerde<>(TopicView.class),
            EventTopic.Cleanup.COMPACT,
            Duration.ZERO,
            "The latest view of a topic: newest articles, totals, top entities and sources.");

    public static final EventTopic<String, SavedQuery> QUERIES = new EventTopic<>(
            "queries",
            "query id",
            Serdes.String(),
            new JsonSerde<>(SavedQuery.class),
            EventTopic.Cleanup.COMPACT,
            Duration.ZERO,
            "Searches that are kept, each with a topic of what it finds; a tombstone for one that was deleted.");

    public static final EventTopic<String, KeyedPush> PUSHES_KEYED = new EventTopic<>(
            "pushes.keyed",
            "source and idempotency key, hashed",
            Serdes.String(),
            new JsonSerde<>(KeyedPush.class),
            EventTopic.Cleanup.DELETE,
            Duration.ofDays(1),
            "Pushes that carry an idempotency key: who carries one out, and how it was answered.");

    public static final EventTopic<String, ArticleIndexed> ARTICLES_INDEXED = new EventTopic<>(
            "articles.indexed",
            "document id",
            Serdes.String(),
            new JsonSerde<>(ArticleIndexed.class),
            EventTopic.Cleanup.DELETE,
            Duration.ofDays(30),
            "That an article entered the views or left them, and its raw record; in the transaction that did it.");

    public static final EventTopic<String, ArticleDelivery> ARTICLES_DELIVERED = new EventTopic<>(
            "articles.delivered",
            "document id",
            Serdes.String(),
            new JsonSerde<>(ArticleDelivery.class),
            EventTopic.Cleanup.DELETE,
            Duration.ofDays(30),
            "To how many of its subscribers an instance handed what a raw record changed; best effort for live ones.");

    public static final EventTopic<String, WebhookSubscription> SUBSCRIPTIONS = new EventTopic<>(
            "subscriptions",
            "subscription id",
            Serdes.String(),
            new JsonSerde<>(WebhookSubscription.class),
            EventTopic.Cleanup.COMPACT,
            Duration.ZERO,
            "Webhooks: where events are pushed, and which. Holds the secrets that deliveries are signed with.");

    public static final EventTopic<String, WebhookProgress> SUBSCRIPTIONS_PROGRESS = new EventTopic<>(
            "subscriptions.progress",
            "subscription id",
            Serdes.String(),
            new JsonSerde<>(WebhookProgress.class),
            EventTopic.Cleanup.COMPACT,
            Duration.ZERO,
            "How far each webhook has come, and its last attempts.");

    private static final List<EventTopic<?, ?>> ALL = List.of(
            PUSHES_KEYED,
            ARTICLES_RAW,
            ARTICLES_ENRICHED,
            ARTICLES_DEAD_LETTERS,
            ARTICLES_OUTCOMES,
            ARTICLES_DIGESTS,
            ARTICLES_RELATIONS,
            STORIES,
            TOPICS_FEED,
            TOPICS_VIEWS,
            QUERIES,
            ARTICLES_INDEXED,
            ARTICLES_DELIVERED,
            SUBSCRIPTIONS,
            SUBSCRIPTIONS_PROGRESS);

    private EventTopics() {}

    /// In the order in which data flows.
    public static List<EventTopic<?, ?>> all() {
        return ALL;
    }
}
