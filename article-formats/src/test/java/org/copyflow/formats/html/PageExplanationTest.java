package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.formats.explanation.Explanation.Candidate;
import org.junit.jupiter.api.Test;

class PageExplanationTest {

    @Test
    void scoresTheCandidatesAndNamesTheOneThatWasTaken() {
        Explanation explained = explain(Fixtures.text("harbour.html"));

        assertThat(explained.readAs()).isEqualTo("web page");
        assertThat(explained.candidates())
                .extracting(Candidate::name)
                .contains("block models", "densest box", "whole page");
        assertThat(explained.candidates())
                .filteredOn(Candidate::chosen)
                .singleElement()
                .satisfies(chosen -> {
                    assertThat(chosen.name()).isEqualTo("block models");
                    assertThat(chosen.score())
                            .isGreaterThan(explained.candidates().getLast().score());
                    assertThat(chosen.path()).isNotNull();
                });
    }

    @Test
    void saysWhyABlockWasDropped() {
        assertThat(explain(Fixtures.text("harbour.html")).parts()).anySatisfy(part -> {
            assertThat(part.text()).contains("All rights reserved");
            assertThat(part.takenAs()).isEqualTo("dropped");
            assertThat(part.why()).isEqualTo("the models do not believe in it");
            assertThat(part.belief()).isLessThan(0.5);
        });
    }

    @Test
    void saysWhyAPageWasRefused() {
        assertThat(explain(Fixtures.text("no-articles/login.html")).readAs())
                .isEqualTo("web page without an article: It is a form to log in with");
    }

    private static Explanation explain(String html) {
        return new HtmlReader()
                .explain(new PushedDocument(
                        html.getBytes(StandardCharsets.UTF_8),
                        MediaType.parse("text/html; charset=utf-8"),
                        null,
                        null));
    }
}
