package org.copyflow.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Pipeline;

/// Articles for tests: each call makes a new builder, so no test sees another's.
public final class SampleArticles {

    public static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private SampleArticles() {}

    /// A usable article of `source`, received at noon.
    public static ArticleBuilder article(String id, String source) {
        return new ArticleBuilder()
                .id(id)
                .documentId(id)
                .source(source)
                .uri("urn:" + id)
                .title("Title of " + id)
                .text("Text of " + id + ".")
                .receivedAt(NOON)
                .enrichedAt(NOON)
                .pipeline(new Pipeline("test", Map.of()));
    }

    /// A small article that belongs to a source, a vocabulary topic, a person, an organisation and a key phrase.
    public static Article harbour(String id) {
        return article(id, "agency")
                .title("Harbour tunnel opens early")
                .topics(List.of(new ArticleTopic("medtop:20000763", "transport", 0.9)))
                .entities(List.of(
                        entity("Ada Brook", Entity.Type.PERSON, 0.6),
                        entity("Port Authority", Entity.Type.ORGANISATION, 0.4)))
                .keyphrases(List.of("harbour tunnel"))
                .build();
    }

    public static Entity entity(String name, Entity.Type type, double salience) {
        return new Entity(name, type, List.of(), null, salience, List.of());
    }
}
