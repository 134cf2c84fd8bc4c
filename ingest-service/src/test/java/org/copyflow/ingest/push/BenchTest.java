package org.copyflow.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final int LARGE = 30 * 1_048_576;

    private final Bench bench = new Bench();

    @Test
    void smallDocumentsWaitNeitherForEachOtherNorForALargeOne() {
        assertThat(besideAnother(1_000)).isEqualTo(2);
        assertThat(besideAnother(LARGE)).isEqualTo(2);
    }

    @Test
    void aLargeDocumentWaitsUntilTheLastIsDone() throws Exception {
        var done = new CountDownLatch(1);
        var first = Thread.ofPlatform().start(() -> bench.during(LARGE, () -> waitFor(done)));
        await().until(() -> first.getState() == Thread.State.WAITING);
        var begun = new CompletableFuture<Boolean>();
        var second = Thread.ofPlatform().start(() -> bench.during(LARGE, () -> begun.complete(true)));
        await().until(() -> second.getState() == Thread.State.WAITING);

        assertThat(begun).isNotDone();
        done.countDown();

        second.join();
        assertThat(begun).isCompletedWithValue(true);
    }

    /// What a small document gives while another lies on the bench.
    private int besideAnother(int bytes) {
        return bench.during(
                bytes,
                () -> CompletableFuture.supplyAsync(() -> bench.during(1_000, () -> 2))
                        .join());
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
