package org.copyflow.index.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.copyflow.events.JsonSerde;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.topic.CardOf;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// An article with what was said about it on the feed. Both are kept, so that a later version takes back exactly
/// what was said, even if the rules that choose topics have changed meanwhile. The article is most of it and seldom
/// asked for: it is kept as it came and read when it is. One thread at a time.
///
/// As bytes: a 1, the length of what was said in four bytes, what was said as JSON, the article as JSON. Releases
/// before kept all as JSON, which is still read.
public final class IndexedArticle {

    private static final String NO_LANGUAGE = "und";
    private static final byte FORMAT = 1;
    private static final int START = 1 + Integer.BYTES;
    private static final Serde<Article> ARTICLES = EventTopics.ARTICLES_ENRICHED.valueSerde();
    private static final JsonSerde<Said> SAID = new JsonSerde<>(Said.class);
    private static final JsonSerde<Json> BEFORE = new JsonSerde<>(Json.class);

    private final Said said;
    private final byte[] json;
    private @Nullable Article article;

    /// What was said of it.
    ///
    /// @param shown whether readers may see it
    /// @param card its card, as last sent to its topics
    /// @param topics the topics that hold the article by what it says
    /// @param queries the topics of the saved queries that find it
    /// @param relations what it has to do with others, as far as is known
    private record Said(
            boolean shown,
            ArticleCard card,
            List<TopicRef> topics,
            List<TopicRef> queries,
            @Nullable ArticleRelations relations) {

        Said {
            topics = topics == null ? List.of() : List.copyOf(topics);
            queries = queries == null ? List.of() : List.copyOf(queries);
        }
    }

    /// As it was kept before.
    private record Json(
            Article article,
            ArticleCard card,
            List<TopicRef> topics,
            List<TopicRef> queries,
            @Nullable ArticleRelations relations) {}

    private IndexedArticle(Said said, byte[] json, @Nullable Article article) {
        this.said = said;
        this.json = json;
        this.article = article;
    }

    /// @param json the article as JSON
    /// @param queries the topics of the saved queries that find it
    public static IndexedArticle of(
            Article article, byte[] json, List<TopicRef> queries, @Nullable ArticleRelations relations) {
        List<TopicRef> topics = TopicsOf.of(article);
        ArticleCard card = CardOf.of(article, topics, original(relations));
        boolean shown = article.status() == ArticleStatus.USABLE;
        return new IndexedArticle(new Said(shown, card, topics, queries, relations), json, article);
    }

    /// What is kept of an article that was withdrawn: which one it was.
    public static IndexedArticle withdrawn(Article article) {
        Article bare = new ArticleBuilder()
                .id(article.id())
                .documentId(article.documentId())
                .part(article.part())
                .parts(article.parts())
                .source(article.source())
                .uri(article.uri())
                .version(article.version())
                .status(ArticleStatus.CANCELED)
                .receivedAt(article.receivedAt())
                .enrichedAt(article.enrichedAt())
                .pipeline(article.pipeline())
                .build();
        return of(bare, json(bare), List.of(), null);
    }

    /// The same article, which has to do with others now what is given.
    public IndexedArticle with(@Nullable ArticleRelations other) {
        var now = new Said(said.shown(), said.card().asCopyOf(original(other)), said.topics(), said.queries(), other);
        return new IndexedArticle(now, json, article);
    }

    public Article article() {
        Article read = article;
        if (read == null) {
            read = ARTICLES.deserializer().deserialize(IndexStores.ARTICLES, json);
            article = read;
        }
        return Objects.requireNonNull(read);
    }

    public ArticleCard card() {
        return said.card();
    }

    public @Nullable ArticleRelations relations() {
        return said.relations();
    }

    /// Among the articles of which language it is compared.
    public String language() {
        return said.card().language() == null ? NO_LANGUAGE : said.card().language();
    }

    /// Every topic that holds it.
    public Stream<TopicRef> allTopics() {
        return Stream.concat(said.topics().stream(), said.queries().stream());
    }

    /// Its card as the events of a topic show it: those of its source say which saved queries find it.
    public ArticleCard cardIn(TopicRef topic) {
        return said.queries().isEmpty() || !topic.kind().equals(TopicsOf.SOURCE)
                ? said.card()
                : said.card()
                        .foundBy(said.queries().stream().map(SavedQuery::idOf).toList());
    }

    /// Whether readers may see it.
    public boolean isShown() {
        return said.shown();
    }

    /// Whether a reader of the other could not tell it from this one: all is equal but when and by what it was
    /// made.
    public boolean readsAs(IndexedArticle other) {
        return said.card().equals(other.said.card())
                && said.topics().equals(other.said.topics())
                && said.queries().equals(other.said.queries())
                && (Arrays.equals(json, other.json) || readsAs(other.article()));
    }

    private boolean readsAs(Article other) {
        return article().toBuilder()
                .enrichedAt(other.enrichedAt())
                .pipeline(other.pipeline())
                .build()
                .equals(other);
    }

    private static @Nullable String original(@Nullable ArticleRelations relations) {
        ArticlePointer original = relations == null ? null : relations.duplicateOf();
        return original == null ? null : original.articleId();
    }

    private static byte[] json(Article article) {
        return ARTICLES.serializer().serialize(IndexStores.ARTICLES, article);
    }

    /// How a store keeps it.
    static Serde<IndexedArticle> serde() {
        return new Format();
    }

    private static final class Format implements Serde<IndexedArticle> {

        @Override
        public Serializer<IndexedArticle> serializer() {
            return (topic, kept) -> kept == null ? null : bytes(topic, kept);
        }

        @Override
        public Deserializer<IndexedArticle> deserializer() {
            return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
        }

        private static byte[] bytes(String topic, IndexedArticle kept) {
            byte[] said = SAID.serializer().serialize(topic, kept.said);
            return ByteBuffer.allocate(START + said.length + kept.json.length)
                    .put(FORMAT)
                    .putInt(said.length)
                    .put(said)
                    .put(kept.json)
                    .array();
        }

        private static IndexedArticle read(String topic, byte[] bytes) {
            if (bytes[0] != FORMAT) {
                return of(BEFORE.deserializer().deserialize(topic, bytes));
            }
            int end = START + ByteBuffer.wrap(bytes).getInt(1);
            Said said = SAID.deserializer().deserialize(topic, Arrays.copyOfRange(bytes, START, end));
            return new IndexedArticle(said, Arrays.copyOfRange(bytes, end, bytes.length), null);
        }

        private static IndexedArticle of(Json before) {
            boolean shown = before.article().status() == ArticleStatus.USABLE;
            var said = new Said(shown, before.card(), before.topics(), before.queries(), before.relations());
            return new IndexedArticle(said, json(before.article()), before.article());
        }
    }
}
