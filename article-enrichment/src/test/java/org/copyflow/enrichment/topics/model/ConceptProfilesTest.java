package org.copyflow.enrichment.topics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConceptProfilesTest {

    private static final FeatureVector CHESS = vector(new int[] {0, 2}, 0.8f, 0.2f);
    private static final FeatureVector GO = vector(new int[] {1, 2}, 0.5f, 0.5f);
    private final ConceptProfiles profiles = ConceptProfiles.of(List.of("chess", "go"), 4, List.of(CHESS, GO));

    @Test
    void tellsHowCloseAnArticleIsToEachConcept() {
        double[] closeness = profiles.closeness(vector(new int[] {0, 2}, 0.6f, 0.8f));

        // the roots of what was summed, of length 1
        assertThat(closeness[0]).isCloseTo(0.6 * Math.sqrt(0.8) + 0.8 * Math.sqrt(0.2), within(0.01));
        assertThat(closeness[1]).isCloseTo(0.8 * Math.sqrt(0.5), within(0.01));
    }

    @Test
    void isCloseToNoneWhereNoWordIsShared() {
        assertThat(profiles.closeness(vector(new int[] {3}, 1))).containsExactly(0, 0);
    }

    @Test
    void tellsWhatAWordSpeaksForAConcept() {
        assertThat(profiles.weight(0, 0)).isGreaterThan(profiles.weight(2, 0));
        assertThat(profiles.weight(0, 1)).isZero();
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var bytes = new ByteArrayOutputStream();
        profiles.write(new DataOutputStream(bytes));
        var read = ConceptProfiles.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.concepts()).containsExactly("chess", "go");
        assertThat(read.closeness(CHESS)).containsExactly(profiles.closeness(CHESS));
    }

    private static FeatureVector vector(int[] features, float... weights) {
        return new FeatureVector(features, weights);
    }
}
