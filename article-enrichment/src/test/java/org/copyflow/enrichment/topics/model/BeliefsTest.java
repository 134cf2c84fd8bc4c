package org.copyflow.enrichment.topics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BeliefsTest {

    private final Beliefs undecided = Beliefs.of(List.of("sport", "politics"), new double[] {0, 0});

    @Test
    void takesTheOtherOpinionAsFarAsItCounts() {
        Beliefs other = Beliefs.of(List.of("politics", "sport"), new double[] {0, 2});

        assertThat(undecided.and(other, 0).probability(0)).isCloseTo(0.5, within(0.001));
        assertThat(undecided.and(other, 0.5).probability(0)).isBetween(0.7, 0.75);
        assertThat(undecided.and(other, 1).probability(0)).isBetween(0.87, 0.89);
    }

    @Test
    void isNotOverruledByOneThatDoesNotKnowTheConcept() {
        Beliefs other = Beliefs.of(List.of("sport"), new double[] {0});

        assertThat(undecided.and(other, 0.2).probability(1)).isGreaterThan(0.15);
    }
}
