package org.copyflow.index.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.article;

import java.util.List;
import java.util.stream.Collectors;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Span;
import org.copyflow.index.page.MarkedText.Stretch;
import org.junit.jupiter.api.Test;

class ArticleTextTest {

    @Test
    void groupsListItemsThatFollowOneAnother() {
        Article article = article("a1", "agency")
                .text("Head\n\nPara\n\none\n\ntwo\n\nSaid\n\nthree")
                .blocks(List.of(
                        new Block(Block.Type.HEADING, 0, 4),
                        new Block(Block.Type.PARAGRAPH, 6, 10),
                        new Block(Block.Type.LIST_ITEM, 12, 15),
                        new Block(Block.Type.LIST_ITEM, 17, 20),
                        new Block(Block.Type.QUOTE, 22, 26),
                        new Block(Block.Type.LIST_ITEM, 28, 33)))
                .build();

        assertThat(outline(article))
                .containsExactly(
                        "HEADING Head", "PARAGRAPH Para", "LIST_ITEM one|two", "QUOTE Said", "LIST_ITEM three");
    }

    @Test
    void leavesNoTextOutThatNoBlockCovers() {
        Article article = article("a1", "agency")
                .text("before block between overlap after")
                .blocks(List.of(
                        new Block(Block.Type.QUOTE, 21, 28),
                        new Block(Block.Type.QUOTE, 7, 12),
                        new Block(Block.Type.HEADING, 24, 28),
                        new Block(Block.Type.HEADING, 90, 99)))
                .build();

        assertThat(outline(article))
                .containsExactly(
                        "PARAGRAPH before ", "QUOTE block", "PARAGRAPH  between ", "QUOTE overlap", "PARAGRAPH  after");
    }

    @Test
    void showsATextWithoutBlocks() {
        assertThat(outline(article("a1", "agency").text("All.").build())).containsExactly("PARAGRAPH All.");
        assertThat(outline(article("a1", "agency").text("").build())).isEmpty();
    }

    @Test
    void marksNamesWhereTheyAreMentioned() {
        Article article = article("a1", "agency")
                .text("Oslo, again Oslo")
                .entities(List.of(new Entity(
                        "Oslo", Entity.Type.PLACE, List.of(), null, 1, List.of(new Span(0, 4), new Span(12, 16)))))
                .build();

        assertThat(ArticleText.parts(article).getFirst().items().getFirst().stretches())
                .containsExactly(
                        new Stretch("Oslo", "place", "Oslo, place"),
                        new Stretch(", again ", "", ""),
                        new Stretch("Oslo", "place", "Oslo, place"));
    }

    private static List<String> outline(Article article) {
        return ArticleText.parts(article).stream()
                .map(part -> part.type() + " "
                        + part.items().stream()
                                .map(item -> item.stretches().stream()
                                        .map(Stretch::text)
                                        .collect(Collectors.joining()))
                                .collect(Collectors.joining("|")))
                .toList();
    }
}
