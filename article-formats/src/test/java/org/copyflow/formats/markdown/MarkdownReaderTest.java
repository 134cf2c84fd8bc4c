package org.copyflow.formats.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.TextBlock;
import org.junit.jupiter.api.Test;

final class MarkdownReaderTest {

    @Test
    void readsEachArticleOfANewspaperPage() {
        List<SourceArticle> articles = read("""
                        ## REGION

                        ## Opinion

                        ## Islands Deserve a Better Timetable

                        By IDA Holm &amp; PER Strand

                        The boats leave when nobody can use them, and the last one is gone before the working day

                        A ferry waits at the quay. (PHOTO: COURIER)

                        ends. That has to change.

                        The authors live on the islands.

                        ## Dock Work Ends Early

                        From page 1

                        The dock closed its books a week before the date that was planned.

                        Source: Coast Agency
                        """).articles();

        assertThat(articles)
                .extracting(SourceArticle::title)
                .containsExactly("Islands Deserve a Better Timetable", "Dock Work Ends Early");
        assertThat(articles).extracting(SourceArticle::section).containsOnly("REGION");
        SourceArticle first = articles.getFirst();
        assertThat(first.kicker()).isEqualTo("Opinion");
        assertThat(first.bylines()).extracting(Byline::name).containsExactly("IDA Holm", "PER Strand");
        assertThat(first.captions()).containsExactly(new Caption("A ferry waits at the quay.", "COURIER"));
        assertThat(first.blocks())
                .containsExactly(
                        TextBlock.paragraph("The boats leave when nobody can use them, and the last one is gone"
                                + " before the working day ends. That has to change."));
        assertThat(first.notes()).hasSize(1);
        assertThat(articles.getLast().continuedFrom()).isEqualTo("page 1");
        assertThat(articles.getLast().publisher()).isEqualTo("Coast Agency");
    }

    @Test
    void takesFrontMatterForIdentityAndFields() {
        SourceDocument document = read("""
                ---
                title: "Dock Work Ends Early"
                authors:
                  - Ida Holm
                  - Per Strand
                date: 2031-04-07T08:15:00+02:00
                uri: urn:newsroom:dock-1
                version: 3
                language: en
                status: withheld
                embargo: 2031-04-08T06:00:00Z
                ---
                # Dock Work Ends Early

                The dock closed its books a week before the date that was planned.

                ## What comes next

                The yard turns to the second ferry.
                """);

        assertThat(document.identity().uri()).isEqualTo("urn:newsroom:dock-1");
        assertThat(document.identity().version()).isEqualTo(3);
        assertThat(document.identity().status()).hasToString("WITHHELD");
        assertThat(document.identity().embargo()).isEqualTo("2031-04-08T06:00:00Z");
        SourceArticle article = document.articles().getFirst();
        assertThat(article.title()).isEqualTo("Dock Work Ends Early");
        assertThat(article.bylines()).extracting(Byline::name).containsExactly("Ida Holm", "Per Strand");
        assertThat(article.publishedAt()).hasToString("2031-04-07T08:15:00+02:00");
        assertThat(article.blocks())
                .contains(TextBlock.heading("What comes next"))
                .hasSize(3);
    }

    private static SourceDocument read(String markdown) {
        return new MarkdownReader()
                .read(new PushedDocument(markdown.getBytes(StandardCharsets.UTF_8), MediaType.MARKDOWN, null, null));
    }
}
