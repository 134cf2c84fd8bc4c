package org.copyflow.index.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticleDigest.Sentence;
import org.copyflow.events.story.Story;
import org.copyflow.index.store.ComparedArticle;
import org.junit.jupiter.api.Test;

class CentralSentencesTest {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void whatMostArticlesSayComesFirst() {
        List<Story.Sentence> summary = CentralSentences.of(List.of(
                article("a", "Passengers spoke of a long night in the cold.", "Rescuers came by boat."),
                article("b", "A ferry caught fire off Skarvoy and 14 passengers were hurt.", "Smoke filled the deck."),
                article("c", "Fourteen passengers were hurt when a ferry caught fire near Skarvoy."),
                article("d", "The ferry that burned off Skarvoy had passed its inspection in May.")));
        assertThat(summary.getFirst().text()).startsWith("A ferry caught fire off Skarvoy");
        assertThat(summary.getFirst().articleId()).isEqualTo("b");
        assertThat(summary.getFirst().source()).isEqualTo("source-b");
    }

    @Test
    void whatWasSaidAlreadyIsNotSaidAgain() {
        List<Story.Sentence> summary = CentralSentences.of(List.of(
                article("a", "A ferry caught fire off Skarvoy on Monday.", "Its owner blames an old cable."),
                article("b", "A ferry caught fire off Skarvoy on Monday night.")));
        assertThat(summary)
                .extracting(Story.Sentence::text)
                .containsExactly("A ferry caught fire off Skarvoy on Monday.", "Its owner blames an old cable.");
    }

    @Test
    void ofOneArticleTheFirstSentencesAreTheSummary() {
        assertThat(CentralSentences.of(List.of(article("a", "A ferry burned.", "Nobody was hurt.", "It was late."))))
                .containsExactly(
                        new Story.Sentence("a", "source-a", "A ferry burned.", 0, 15),
                        new Story.Sentence("a", "source-a", "Nobody was hurt.", 16, 32),
                        new Story.Sentence("a", "source-a", "It was late.", 33, 45));
        assertThat(CentralSentences.of(List.of(article("a")))).isEmpty();
        assertThat(CentralSentences.of(List.of())).isEmpty();
    }

    @Test
    void chineseSentencesAreComparedByPairsOfCharacters() {
        List<Story.Sentence> summary = CentralSentences.of(List.of(
                article("a", "有乘客回忆起寒冷的一夜。"), article("b", "一艘渡轮在海上起火，十四人受伤。"), article("c", "渡轮起火致十四人受伤，原因正在调查。")));
        assertThat(summary.getFirst().articleId()).isNotEqualTo("a");
    }

    @Test
    void theNewestHundredArticlesAreLookedAt() {
        List<ComparedArticle> articles = new ArrayList<>();
        articles.add(article("old", "A ferry caught fire off Skarvoy."));
        IntStream.range(0, 100)
                .forEach(i -> articles.add(article("new" + i, "Word" + i + " of the ferry fire off Skarvoy.")));
        assertThat(CentralSentences.of(articles))
                .isNotEmpty()
                .noneMatch(s -> s.articleId().equals("old"));
    }

    private static ComparedArticle article(String id, String... sentences) {
        var lead = new ArrayList<Sentence>();
        int start = 0;
        for (String sentence : sentences) {
            lead.add(new Sentence(sentence, start, start + sentence.length()));
            start += sentence.length() + 1;
        }
        var digest =
                new ArticleDigest(id, true, null, "source-" + id, null, NOON, NOON, null, List.of(), List.of(), lead);
        return new ComparedArticle("en", digest, NOON, null, null, null);
    }
}
