package org.copyflow.index.search.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Quote;
import org.copyflow.events.topic.ArticleCard;
import org.copyflow.events.topic.TopicRef;
import org.copyflow.index.filter.MiningRight;
import org.copyflow.index.topic.CardOf;
import org.copyflow.index.topic.Slug;
import org.copyflow.index.topic.TopicsOf;
import org.jspecify.annotations.Nullable;

/// An article as the index keeps it. The title and the text are stored, because highlights quote them.
final class ArticleDocument {

    /// Whom a page of names lists; of a longer one the most salient, which stand first, are found.
    private static final int MAX_ENTITIES = 200;

    private ArticleDocument() {}

    static Document of(Article article) {
        List<TopicRef> topics = TopicsOf.of(article);
        ArticleCard card = CardOf.of(article, topics, null);
        var document = new Document();
        document.add(new StringField(SearchFields.ID, article.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(SearchFields.ID, new BytesRef(article.id())));
        document.add(new StoredField(SearchFields.CARD, EventJson.mapper().writeValueAsBytes(card)));
        long time = card.sortedAt().toEpochMilli();
        document.add(new LongPoint(SearchFields.TIME, time));
        document.add(new NumericDocValuesField(SearchFields.TIME, time));
        if (article.title() != null) {
            document.add(new TextField(SearchFields.TITLE, article.title(), Field.Store.YES));
        }
        document.add(new TextField(SearchFields.TEXT, article.text(), Field.Store.YES));
        article.quotes().stream()
                .map(Quote::text)
                .forEach(quote -> document.add(new TextField(SearchFields.QUOTES, quote, Field.Store.NO)));
        topics.forEach(topic -> add(document, Facet.TOPIC, topic.id(), topic.name()));
        entities(article).forEach((id, name) -> add(document, Facet.ENTITY, id, name));
        add(document, Facet.SOURCE, article.source(), article.source());
        add(document, Facet.LANGUAGE, article.language(), article.language());
        Stream.of(MiningRight.values())
                .filter(right -> right.holds(card.dataMining()))
                .forEach(right -> document.add(new StringField(SearchFields.RIGHTS, right.word(), Field.Store.NO)));
        return document;
    }

    private static Map<String, String> entities(Article article) {
        var entities = new LinkedHashMap<String, String>();
        article.entities().stream()
                .limit(MAX_ENTITIES)
                .filter(entity -> !Slug.of(entity.name()).isEmpty())
                .forEach(entity -> entities.putIfAbsent(TopicsOf.entityId(entity), entity.name()));
        return entities;
    }

    private static void add(Document document, Facet facet, @Nullable String id, @Nullable String name) {
        if (id != null && name != null) {
            document.add(new StringField(facet.field(), id, Field.Store.NO));
            document.add(new SortedSetDocValuesField(facet.column(), FacetValue.bytes(id, name)));
        }
    }
}
