package org.copyflow.enrichment.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.enrichment.entities.EntityAnnotator;
import org.copyflow.events.article.Quote;
import org.junit.jupiter.api.Test;

class QuoteAnnotatorTest {

    private final EntityAnnotator entities = new EntityAnnotator();
    private final QuoteAnnotator annotator = new QuoteAnnotator();

    @Test
    void findsTheSpeakerAfterTheQuotation() {
        assertThat(quotes("“The tide came in too fast,” said Maria Kessler, a pilot."))
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.text()).isEqualTo("The tide came in too fast,");
                    assertThat(quote.speaker()).isEqualTo("Maria Kessler");
                    assertThat(quote.cue()).isEqualTo("said");
                });
    }

    @Test
    void resolvesPronounsToTheLastPerson() {
        assertThat(quotes("Maria Kessler came late.\n\n\"I had to wait for the tide,\" she said."))
                .singleElement()
                .extracting(Quote::speaker)
                .isEqualTo("Maria Kessler");
    }

    @Test
    void goesOnWhereAParagraphLeftItsQuotationOpen() {
        assertThat(quotes("Maria Kessler said: “The first day was calm.\n\n“The second day was not.”"))
                .extracting(Quote::speaker)
                .containsExactly("Maria Kessler", "Maria Kessler");
    }

    @Test
    void leavesOutWhatStandsBetweenTheSpeakerAndTheVerb() {
        assertThat(quotes("“The tide came in too fast,” Maria Kessler, a pilot from Norway, later said."))
                .singleElement()
                .extracting(Quote::speaker)
                .isEqualTo("Maria Kessler");
    }

    @Test
    void keepsASpeakerWithoutANameAsItIsWritten() {
        assertThat(quotes("“The tide came in too fast,” the report said."))
                .singleElement()
                .extracting(Quote::speaker)
                .isEqualTo("the report");
    }

    @Test
    void findsTheSpeakerWhomAParagraphWithAColonAnnounces() {
        assertThat(quotes("Maria Kessler told the inquiry:\n\n“The tide came in too fast for all of us.”"))
                .singleElement()
                .extracting(Quote::speaker)
                .isEqualTo("Maria Kessler");
    }

    @Test
    void findsChineseSpeakersBeforeTheVerb() {
        assertThat(quotes("副校长王建国表示：“实验室将于明年春天正式开放。”"))
                .singleElement()
                .extracting(Quote::speaker)
                .isEqualTo("王建国");
    }

    @Test
    void takesNoTitleOfAWork() {
        assertThat(quotes("The museum shows \"The Drowned Harbour At Night\" until May."))
                .isEmpty();
    }

    @Test
    void takesNoTitleAfterAVerbThatIsElsewhere() {
        assertThat(quotes("Maria Kessler told the film festival about \"Man of the World\" last night."))
                .isEmpty();
        assertThat(quotes("In its report titled \"five ways to lose a harbour\" Acme looked at the tides."))
                .isEmpty();
    }

    @Test
    void takesNoTermThatNobodySays() {
        assertThat(quotes("Then there is the notorious \"curse of low tides\": nothing helps."))
                .isEmpty();
    }

    @Test
    void skipsEveryAppositionBeforeTheVerb() {
        assertThat(
                        quotes(
                                "\"The tide came in,\" Maria Kessler, a director at Acme Consulting, an advisory firm, told us."))
                .singleElement()
                .extracting(Quote::speaker)
                .isEqualTo("Maria Kessler");
    }

    @Test
    void resolvesAPronounToThePersonJustIntroduced() {
        String text = "John Baker said: \"We never saw the light.\"\n\n"
                + "Pilot Maria Kessler spoke of the wind. \"It turned within the hour,\" she said.";

        assertThat(quotes(text)).extracting(Quote::speaker).containsExactly("John Baker", "Maria Kessler");
    }

    @Test
    void knowsTheSpeakerOfAnInterruptedQuotation() {
        assertThat(quotes("\"It is a difficult harbour,\" said the pilot, \"because the tide is fast.\""))
                .extracting(Quote::speaker)
                .containsExactly("the pilot", "the pilot");
    }

    @Test
    void asksTheSentenceBeforeWhereNoVerbAttributes() {
        assertThat(quotes("Maria Kessler praised the crew. \"They never left the bridge that night.\""))
                .singleElement()
                .extracting(Quote::speaker)
                .isEqualTo("Maria Kessler");
    }

    @Test
    void findsIndirectSpeechWithAClearCue() {
        assertThat(indirect("Maria Kessler said that the harbour would close on Monday."))
                .containsExactly("Maria Kessler: the harbour would close on Monday");
        assertThat(indirect("The harbour would close on Monday, said Maria Kessler, a pilot."))
                .containsExactly("Maria Kessler: The harbour would close on Monday");
        assertThat(indirect("According to Maria Kessler, the harbour will close on Monday."))
                .containsExactly("Maria Kessler: the harbour will close on Monday");
        assertThat(indirect("Maria Kessler, a pilot, told reporters that the harbour would close, but gave no date."))
                .containsExactly("Maria Kessler: the harbour would close");
        assertThat(indirect("Maria Kessler left early. The pilot noted that the harbour would close."))
                .containsExactly("The pilot: the harbour would close");
    }

    @Test
    void findsIndirectSpeechInChinese() {
        assertThat(indirect("副校长王建国在会上表示，实验室将于明年春天正式开放。")).containsExactly("王建国: 实验室将于明年春天正式开放");
        assertThat(indirect("据新华社报道，三百人参加了昨天的会议。")).containsExactly("新华社: 三百人参加了昨天的会议");
        assertThat(indirect("这座城市被称为东方的威尼斯，每年有很多游客。")).isEmpty();
    }

    @Test
    void reportsNothingWhereNobodyInParticularSpeaks() {
        assertThat(indirect("They said the harbour would close on Monday.")).isEmpty();
        assertThat(indirect("Maria Kessler did not say that the harbour would close."))
                .isEmpty();
        assertThat(indirect("While Maria Kessler said the harbour would close, it stayed open."))
                .isEmpty();
        assertThat(indirect("The United States demanded a report about the closed harbour."))
                .isEmpty();
    }

    @Test
    void endsAnUnclosedQuotationWithItsParagraph() {
        assertThat(quotes("Maria Kessler said: \"We never saw the light\n\nThe harbour is closed."))
                .singleElement()
                .extracting(Quote::text)
                .isEqualTo("We never saw the light");
    }

    private List<String> indirect(String text) {
        return quotes(text).stream()
                .filter(quote -> !quote.direct())
                .map(quote -> quote.speaker() + ": " + quote.text())
                .toList();
    }

    private List<Quote> quotes(String text) {
        AnalyzedArticle article = TextArticles.of(text);
        return annotator
                .annotate(article, entities.annotate(article, Annotations.NONE))
                .quotes();
    }
}
