package org.copyflow.index.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.article;
import static org.copyflow.index.SampleArticles.entity;

import java.util.List;
import java.util.stream.IntStream;
import org.copyflow.events.article.Entity;
import org.junit.jupiter.api.Test;

class StoryTermsTest {

    @Test
    void takesTheWordsOfTheHeadlineInSmallLettersAndTheSingular() {
        assertThat(StoryTerms.words("Fires on the ferries: 14 hurt, captain’s crew “calm”"))
                .containsExactly("fire", "ferrie", "14", "hurt", "captain", "crew", "calm");
        assertThat(StoryTerms.words("Crisis, glass, virus, bus")).containsExactly("crisis", "glass", "virus", "bus");
    }

    @Test
    void cutsChineseIntoPairsOfCharacters() {
        assertThat(StoryTerms.words("新隧道 AI 开通")).containsExactly("新隧", "隧道", "ai", "开通");
    }

    @Test
    void addsNamesAndKeyPhrases() {
        var terms = StoryTerms.of(article("a1", "agency")
                .title("Ferry burns")
                .entities(List.of(entity("Peder Aune", Entity.Type.PERSON, 0.5)))
                .keyphrases(List.of("coast guard", "ferry fire"))
                .build());
        assertThat(terms).containsExactly("ferry", "burn", "@peder-aune", "coast", "guard", "fire");
    }

    @Test
    void isBounded() {
        String title = String.join(
                " ", IntStream.range(0, 200).mapToObj(i -> "word" + i + "x").toList());
        assertThat(StoryTerms.of(article("a1", "agency").title(title).build())).hasSize(StoryTerms.MOST_TERMS);
        assertThat(StoryTerms.of(article("a1", "agency").title("x".repeat(500)).build()))
                .singleElement()
                .satisfies(term -> assertThat(term.length()).isLessThanOrEqualTo(60));
    }
}
