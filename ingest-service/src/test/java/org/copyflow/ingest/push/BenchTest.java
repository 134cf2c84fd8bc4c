package org.copyflow.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final int MEBIBYTE = 1_048_576;

    private final Bench bench = new Bench();
    private final AtomicInteger onIt = new AtomicInteger();

    @Test
    void holdsALargeDocumentAtATimeAndManySmallOnes() throws Exception {
        assertThat(mostAtOnce(30 * MEBIBYTE)).isEqualTo(1);
        assertThat(mostAtOnce(MEBIBYTE - 1_024)).isEqualTo(2);
        assertThat(mostAtOnce(1_000)).isEqualTo(8);
    }

    /// How many of eight lay on the bench together.
    private int mostAtOnce(int bytes) throws Exception {
        try (var pushers = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> pushes = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(_ -> () -> bench.during(bytes, this::together))
                    .toList();
            int most = 0;
            for (Future<Integer> push : pushers.invokeAll(pushes)) {
                most = Math.max(most, push.get());
            }
            return most;
        }
    }

    private int together() {
        int now = onIt.incrementAndGet();
        try {
            Thread.sleep(300);
            return Math.max(now, onIt.get());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            onIt.decrementAndGet();
        }
    }
}
