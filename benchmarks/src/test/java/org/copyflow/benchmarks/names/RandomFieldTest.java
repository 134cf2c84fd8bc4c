package org.copyflow.benchmarks.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.enrichment.entities.tagging.NameKind;
import org.junit.jupiter.api.Test;

class RandomFieldTest {

    private static final int OUTSIDE = 0;

    @Test
    void learnsFromWholeTruthThatAWordIsNothingElse() {
        RandomField field = taughtOutside(true);

        assertThat(weight(field, OUTSIDE)).isPositive();
        assertThat(weight(field, NameKind.PERSON.first())).isNegative();
        assertThat(weight(field, NameKind.EVENT.first())).isNegative();
    }

    @Test
    void leavesToTheTeacherWhatPeopleDidNotLabel() {
        RandomField field = taughtOutside(false);

        assertThat(weight(field, OUTSIDE)).isPositive();
        assertThat(weight(field, NameKind.PERSON.first())).isNegative();
        assertThat(weight(field, NameKind.EVENT.first())).isNotNegative();
    }

    @Test
    void isDrawnBackToWhereItBegan() {
        RandomField first = taughtOutside(true);
        RandomField next = first.next(0.03f, 0.01f);
        next.endRound();

        assertThat(next.meanWeights()).containsExactly(first.meanWeights());
    }

    private static RandomField taughtOutside(boolean whole) {
        var field = new RandomField(1, 0.03f, 0.01f);
        for (int time = 0; time < 5; time++) {
            field.learn(new int[][] {{0}}, new StretchTruth(new byte[] {OUTSIDE}, whole));
        }
        field.endRound();
        return field;
    }

    private static float weight(RandomField field, int label) {
        return field.meanWeights()[label];
    }
}
