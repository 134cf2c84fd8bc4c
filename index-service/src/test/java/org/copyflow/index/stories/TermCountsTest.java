package org.copyflow.index.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TermCountsTest {

    @Test
    void countsAsAMapDoes() {
        var random = new Random(3);
        var counts = new TermCounts();
        Map<Integer, Integer> model = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            int term = random.nextInt(200) * (random.nextBoolean() ? 1 : 64);
            int known = model.getOrDefault(term, 0);
            if (known > 0 && random.nextInt(5) < 2) {
                assertThat(counts.remove(term)).isEqualTo(known - 1);
                model.put(term, known - 1);
            } else {
                assertThat(counts.add(term)).isEqualTo(known + 1);
                model.put(term, known + 1);
            }
        }
        model.forEach((term, count) -> assertThat(counts.of(term)).isEqualTo(count));
        assertThat(counts.of(1_000_003)).isZero();
    }
}
