package org.copyflow.index.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.entity;
import static org.copyflow.index.SampleArticles.harbour;

import java.util.List;
import java.util.stream.IntStream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Entity;
import org.copyflow.events.topic.TopicRef;
import org.junit.jupiter.api.Test;

class TopicsOfTest {

    @Test
    void belongsToItsSourceVocabularyNamesAndPhrases() {
        assertThat(TopicsOf.of(harbour("a1")))
                .containsExactly(
                        new TopicRef("source:agency", "agency", "source"),
                        new TopicRef("medtop:20000763", "transport", "medtop"),
                        new TopicRef("person:ada-brook", "Ada Brook", "person"),
                        new TopicRef("organisation:port-authority", "Port Authority", "organisation"),
                        new TopicRef("keyword:harbour-tunnel", "harbour tunnel", "keyword"));
    }

    @Test
    void takesTheMostSalientEntitiesOfTheFollowedTypes() {
        var many = IntStream.range(0, 20)
                .mapToObj(i -> entity("Person " + i, i % 5 == 4 ? Entity.Type.WORK : Entity.Type.PERSON, i / 20.0))
                .toList();

        assertThat(ids(article("a1", "agency").entities(many).build()))
                .contains("person:person-18", "person:person-7")
                .doesNotContain("person:person-6", "person:person-0", "work:person-19")
                .hasSize(1 + TopicsOf.MAX_ENTITIES);
    }

    @Test
    void peopleFollowEventsAndTechnologiesToo() {
        var two = List.of(
                entity("Two Sessions", Entity.Type.EVENT, 0.5),
                entity("artificial intelligence", Entity.Type.PRODUCT, 0.2));

        assertThat(ids(article("a1", "agency").entities(two).build()))
                .contains("event:two-sessions", "product:artificial-intelligence");
    }

    @Test
    void namesATopicOnceWhereTwoNamesShareASlug() {
        var two = List.of(
                entity("ACME Corp.", Entity.Type.ORGANISATION, 0.5),
                entity("Acme Corp", Entity.Type.ORGANISATION, 0.2));

        assertThat(TopicsOf.of(article("a1", "agency").entities(two).build()))
                .contains(new TopicRef("organisation:acme-corp", "ACME Corp.", "organisation"))
                .hasSize(2);
    }

    @Test
    void namesAfterAVocabularysTopicsWhatTheyBelongTo() {
        var sport = new ArticleTopic.Broader("medtop:15000000", "sport");
        var soccer = new ArticleTopic("medtop:20001065", "soccer", 0.9, List.of(sport));
        var rowing = new ArticleTopic("medtop:20001030", "rowing", 0.4, List.of(sport));

        assertThat(ids(article("a1", "agency").topics(List.of(soccer, rowing)).build()))
                .containsExactly("source:agency", "medtop:20001065", "medtop:20001030", "medtop:15000000");
    }

    @Test
    void letsNoVocabularyPassForASourceOrAPerson() {
        var spoofed = List.of(
                new ArticleTopic("source:other", "other", 1),
                new ArticleTopic("person:somebody", "somebody", 1),
                new ArticleTopic(" Source:third", "third", 1),
                new ArticleTopic("nocolon", "no colon", 1));

        assertThat(ids(article("a1", "agency").topics(spoofed).build())).containsExactly("source:agency");
    }

    @Test
    void makesIdsThatAnAddressCanCarry() {
        var odd = List.of(new ArticleTopic("my scheme:a/b\u0000c?", "odd", 1));

        assertThat(ids(article("a1", "The Agency / Paris").topics(odd).build()))
                .containsExactly("source:the-agency-paris", "my-scheme:a-b-c");
    }

    @Test
    void givesEverySourceATopic() {
        assertThat(ids(article("a1", "???").build()))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("source:x");
        assertThat(ids(article("a1", "wire.example_EU-1").build())).containsExactly("source:wire.example_EU-1");
    }

    @Test
    void takesFiveKeyphrases() {
        var phrases = List.of("one", "two", "...", "three", "four", "five", "six");

        assertThat(ids(article("a1", "agency").keyphrases(phrases).build()))
                .containsExactly("source:agency", "keyword:one", "keyword:two", "keyword:three", "keyword:four");
    }

    private static List<String> ids(Article article) {
        return TopicsOf.of(article).stream().map(TopicRef::id).toList();
    }
}
