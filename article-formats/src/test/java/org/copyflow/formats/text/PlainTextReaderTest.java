package org.copyflow.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copyflow.events.article.Byline;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.explanation.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextReaderTest {

    private final PlainTextReader reader = new PlainTextReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The harbour took in 4,120 tonnes of herring in May.",
                "By 2030 the town wants to halve its emissions .",
                "Its 30 C outside!",
                "八月的第一天",
                "Advertisement",
                "The ferry, now 48  years old, sails on."
            })
    void keepsASingleLineAsItIs(String line) {
        assertThat(only(line).blocks()).containsExactly(TextBlock.paragraph(line));
        assertThat(only(line).title()).isNull();
    }

    @Test
    void keepsTheParagraphsOfCleanText() {
        String text =
                "The ferry sails again. It had been in dock since March.\n\nThe crew cheered.\n\nNobody was hurt.";

        assertThat(only(text).blocks())
                .extracting(TextBlock::text)
                .containsExactly(
                        "The ferry sails again. It had been in dock since March.",
                        "The crew cheered.",
                        "Nobody was hurt.");
    }

    @Test
    void keepsMailsWhole() {
        String mails = """
                Ida Holm

                04/26/2027 07:17 AM

                The ferry goes back to sea on Monday, so please tell the crew that I will be on board.

                Best regards,

                Ida Holm

                Ida Holm

                Per,

                The pump has arrived and it fits, so nothing should hold us up any longer now.

                Thanks,

                per

                05/02/2027 11:05 AM
                """;

        assertThat(only(mails).blocks())
                .extracting(TextBlock::text)
                .contains("Best regards,", "Per,", "per")
                .filteredOn("Ida Holm"::equals)
                .hasSizeGreaterThan(1);
    }

    @Test
    void keepsWordsBetweenAddresses() {
        String answers = """
                Does the ferry to Holmsund also take one person alone with a tent and no car?

                http://ferry.example/timetable/2027

                It does, and the tent goes for nothing. You can find the prices on this page too.

                http://ferry.example/prices

                try the old harbour first
                """;

        assertThat(only(answers).blocks()).extracting(TextBlock::text).contains("try the old harbour first");
    }

    @Test
    void findsTheArticleAmongASitesFurniture() {
        SourceArticle article = only("""
                Home
                Harbour
                Weather
                Search
                Home
                Harbour
                Weather
                We use cookies to improve your visit.
                Ferry Returns After Ten Weeks in Dock
                Ferry Returns After Ten Weeks in Dock
                Source: Lindholm Courier
                |
                2031-04-07 08:15:00
                The ferry between Lindholm and the islands sails again after ten weeks in dock.
                Repairs cost 2.4 million kronor, twice the estimate, the shipping company said.
                Editor: Ada Moen
                Top News
                Library opens on Sundays
                The town library will open on Sundays from May, the council decided on Monday.
                Copyright © Lindholm Courier. All rights reserved.
                """);

        assertThat(article.title()).isEqualTo("Ferry Returns After Ten Weeks in Dock");
        assertThat(article.publisher()).isEqualTo("Lindholm Courier");
        assertThat(article.publishedAt()).hasToString("2031-04-07T08:15:00");
        assertThat(article.bylines()).containsExactly(new Byline("Ada Moen", Byline.EDITOR));
        assertThat(article.blocks()).hasSize(2);
    }

    @Test
    void readsTextInACharsetThatItDoesNotDeclare() {
        String text = "渡轮停航十周后于星期一恢复通航。修理费用为二百四十万元，是原先估计的两倍，航运公司说。";
        byte[] bytes = text.getBytes(Charset.forName("GB18030"));

        List<SourceArticle> articles = reader.read(new PushedDocument(bytes, MediaType.PLAIN_TEXT, null, null))
                .articles();

        assertThat(articles.getFirst().blocks()).containsExactly(TextBlock.paragraph(text));
    }

    @Test
    void saysAtWhichByteTheEncodingBreaks() {
        byte[] bytes = {'F', 'e', 'r', 'r', 'y', ' ', (byte) 0xC3, (byte) 0x28, '.'};
        var document = new PushedDocument(bytes, new MediaType("text/plain", "utf-8"), null, null);

        assertThatThrownBy(() -> reader.read(document))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("invalid-encoding"))
                .hasMessageContaining("byte 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n \n", "Home\nSearch\nLog in\nContact us\nSubscribe\n© 2031 Lindholm Courier"})
    void refusesWhatHoldsNoText(String text) {
        assertThatThrownBy(() -> only(text))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("no-text"));
    }

    @Test
    void explainsWhatEachLineWasTakenAs() {
        String text = """
                # Harbour opens again
                By IDA Holm
                The harbour opened again on Monday after nine weeks of repairs, and the first ferry left at noon.

                © 2031 Lindholm Courier
                """;
        var document = new PushedDocument(text.getBytes(StandardCharsets.UTF_8), MediaType.PLAIN_TEXT, null, null);

        Explanation explained = reader.explain(document);

        assertThat(explained.readAs()).isEqualTo("newspaper page in Markdown");
        assertThat(explained.parts())
                .extracting(part -> part.at() + " " + part.takenAs())
                .containsExactly("1 title", "2 byline", "3 paragraph", "5 dropped");
        assertThat(explained.parts().getLast().why()).isEqualTo("furniture");
    }

    private SourceArticle only(String text) {
        var document = new PushedDocument(text.getBytes(StandardCharsets.UTF_8), MediaType.PLAIN_TEXT, null, null);
        List<SourceArticle> articles = reader.read(document).articles();
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }
}
