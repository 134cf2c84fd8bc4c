package org.copyflow.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copyflow.events.raw.Outcome;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.formats.explanation.Explanation.Candidate;
import org.copyflow.formats.explanation.Explanation.Part;
import org.copyflow.ingest.dryrun.FirstPush;
import org.junit.jupiter.api.Test;

class ExplainedForPeopleTest {

    private static final Explanation EXPLANATION = new Explanation(
            "web page",
            List.of(
                    new Candidate("block models", 0.9712, 412, "main > article", true, "believe in 9 of 40 blocks"),
                    new Candidate("whole page", 0.4, 900, "body", false, "never taken")),
            List.of(new Part(12, null, Part.DROPPED, "the models do not believe in it", 0.31, "main > p", "Read more")),
            3);

    @Test
    void alignsCandidatesAndMarksTheChosenOne() {
        assertThat(text(false))
                .contains("""
                           candidate     score  words  where           why
                        ✓  block models  0.971  412    main > article  believe in 9 of 40 blocks
                           whole page    0.400  900    body            never taken
                        """)
                .contains("12  0.31    the models do not believe in it  main > p  Read more")
                .contains("… and 3 more");
    }

    @Test
    void saysWhatFailed() {
        assertThat(text(false)).startsWith("page.html  dead-lettered\nnot-an-article: It is a list\n");
    }

    @Test
    void colorsOnlyWhenAsked() {
        assertThat(text(false)).doesNotContain("\u001B");
        assertThat(text(true)).contains("\u001B[31mdead-lettered\u001B[0m");
    }

    private static String text(boolean coloured) {
        var failure = new FirstPush.Failure("not-an-article", "It is a list");
        var result = new FirstPush.Result(Outcome.DEAD_LETTERED, failure, List.of(), List.of());
        return new ExplainedForPeople(coloured)
                .text(new ResultLine("page.html", result, List.of(EXPLANATION)))
                .replace("\r\n", "\n");
    }
}
