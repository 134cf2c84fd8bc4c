package org.copyflow.enrichment.entities.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NameModelTest {

    private static final int FEATURES = 5_000;
    private static final int UNKNOWN = 5_000;

    private final Random random = new Random(11);
    private final int[] hashes =
            random.ints().distinct().limit(FEATURES).sorted().toArray();
    private final byte[] weights = weights();
    private final NameModel model = new NameModel(0.5f, new float[NameKind.LABELS * NameKind.LABELS], hashes, weights);

    @Test
    void addsUpTheWeightsOfTheFeaturesThatItKnows() {
        for (int token = 0; token < 1_000; token++) {
            int[] places = random.ints(NameFeatures.MOST, 0, FEATURES + UNKNOWN).toArray();

            assertThat(scores(model, places)).isEqualTo(sums(places));
        }
    }

    @Test
    void hasRoomForTheGreatestWeights() {
        for (byte weight : new byte[] {Byte.MIN_VALUE, Byte.MAX_VALUE}) {
            Arrays.fill(weights, weight);
            var extreme = new NameModel(1, new float[NameKind.LABELS * NameKind.LABELS], hashes, weights);

            assertThat(scores(extreme, new int[NameFeatures.MOST])).containsOnly(NameFeatures.MOST * weight);
        }
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        var file = new ByteArrayOutputStream();
        model.write(file);
        NameModel read = NameModel.read(new ByteArrayInputStream(file.toByteArray()));
        var again = new ByteArrayOutputStream();
        read.write(again);

        int[] places = random.ints(NameFeatures.MOST, 0, FEATURES).toArray();
        assertThat(scores(read, places)).isEqualTo(sums(places));
        assertThat(read.scale()).isEqualTo(model.scale());
        assertThat(again.toByteArray()).isEqualTo(file.toByteArray());
    }

    private int[] scores(NameModel of, int[] places) {
        var features = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            // what the model does not know may share all but the highest bits with what it does
            features[i] = places[i] < FEATURES ? hashes[places[i]] : unknown(places[i] - FEATURES);
        }
        var scores = new int[NameKind.LABELS];
        of.score(features, features.length, scores);
        return scores;
    }

    private int unknown(int place) {
        int hash = hashes[place] ^ Integer.MIN_VALUE;
        return Arrays.binarySearch(hashes, hash) < 0 ? hash : hash ^ 1 << 30;
    }

    private int[] sums(int[] places) {
        var sums = new int[NameKind.LABELS];
        for (int place : places) {
            for (int label = 0; label < sums.length && place < FEATURES; label++) {
                sums[label] += weights[place * sums.length + label];
            }
        }
        return sums;
    }

    private byte[] weights() {
        var drawn = new byte[FEATURES * NameKind.LABELS];
        random.nextBytes(drawn);
        return drawn;
    }
}
