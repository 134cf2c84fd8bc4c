package org.copyflow.index.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.harbour;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.topic.CardOf;
import org.copyflow.index.topic.TopicsOf;
import org.junit.jupiter.api.Test;

class IndexedArticleTest {

    private static final Article ARTICLE = harbour("a1");
    private static final List<TopicRef> QUERIES = List.of(new TopicRef("query:q1", "Harbours", "query"));
    private static final ArticleRelations STORY =
            ArticleRelations.none(ARTICLE.id()).in("s1");

    private final Serde<IndexedArticle> serde =
            IndexStores.<String, IndexedArticle>layout(IndexStores.ARTICLES).values();

    @Test
    void comesBackAsItWasKept() {
        IndexedArticle back = kept(IndexedArticle.of(ARTICLE, json(ARTICLE), QUERIES, STORY));

        assertThat(back.article()).isEqualTo(ARTICLE);
        assertThat(back.card()).isEqualTo(CardOf.of(ARTICLE));
        assertThat(back.relations()).isEqualTo(STORY);
        assertThat(back.isShown()).isTrue();
        assertThat(back.allTopics()).containsAll(TopicsOf.of(ARTICLE)).containsAll(QUERIES);
    }

    @Test
    void readsWhatReleasesBeforeKept() {
        byte[] before = ("{\"article\":" + text(ARTICLE) + ",\"card\":" + text(CardOf.of(ARTICLE)) + ",\"topics\":"
                        + text(TopicsOf.of(ARTICLE)) + ",\"relations\":" + text(STORY) + "}")
                .getBytes(StandardCharsets.UTF_8);

        IndexedArticle read = serde.deserializer().deserialize("", before);

        assertThat(read.readsAs(IndexedArticle.of(ARTICLE, json(ARTICLE), List.of(), STORY)))
                .isTrue();
        assertThat(read.relations()).isEqualTo(STORY);
        assertThat(read.isShown()).isTrue();
        assertThat(kept(read).article()).isEqualTo(ARTICLE);
    }

    @Test
    void readsAsTheSameArticleThatWasMadeLater() {
        IndexedArticle first = IndexedArticle.of(ARTICLE, json(ARTICLE), QUERIES, null);
        Article later = ARTICLE.toBuilder()
                .enrichedAt(ARTICLE.enrichedAt().plusSeconds(9))
                .build();
        Article other = ARTICLE.toBuilder().text(ARTICLE.text() + " More.").build();

        assertThat(kept(first).readsAs(IndexedArticle.of(later, json(later), QUERIES, null)))
                .isTrue();
        assertThat(kept(first).readsAs(kept(first.with(STORY)))).isTrue();
        assertThat(kept(first).readsAs(IndexedArticle.of(other, json(other), QUERIES, null)))
                .isFalse();
    }

    private IndexedArticle kept(IndexedArticle article) {
        return serde.deserializer().deserialize("", serde.serializer().serialize("", article));
    }

    private static String text(Object value) {
        return EventJson.mapper().writeValueAsString(value);
    }

    private static byte[] json(Article article) {
        return EventJson.mapper().writeValueAsBytes(article);
    }
}
