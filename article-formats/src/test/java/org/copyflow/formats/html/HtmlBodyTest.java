package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.events.article.Block;
import org.copyflow.formats.TextBlock;
import org.junit.jupiter.api.Test;

class HtmlBodyTest {

    @Test
    void turnsAFragmentIntoTypedBlocks() {
        String fragment = "<h2>Who&nbsp;pays</h2><p>The county <b>pays</b>\n most.</p><ul><li>First</li></ul>"
                + "<blockquote><p>Nobody is happy.</p></blockquote><script>alert(1)</script>";

        assertThat(HtmlBody.blocks(fragment))
                .containsExactly(
                        TextBlock.heading("Who pays"),
                        TextBlock.paragraph("The county pays most."),
                        new TextBlock(Block.Type.LIST_ITEM, "First"),
                        new TextBlock(Block.Type.QUOTE, "Nobody is happy."));
    }

    @Test
    void takesInvisibleCharactersOut() {
        assertThat(HtmlBody.blocks("<p>har\u00adbour\u200b board</p>"))
                .containsExactly(TextBlock.paragraph("harbour board"));
    }

    @Test
    void takesPlainTextForAParagraph() {
        assertThat(HtmlBody.blocks("Just a line")).containsExactly(TextBlock.paragraph("Just a line"));
        assertThat(HtmlBody.blocks("")).isEmpty();
    }
}
