package org.copyflow.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    @Test
    void handsOutResultsInTheOrderOfTheThings() throws InterruptedException {
        var results = new ArrayList<Integer>();

        InOrder.map(numbers(1_000), 4, number -> number % 7 == 0 ? spun(number) : number, results::add);

        assertThat(results).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void takesNoMoreThingsThanItsWindowHolds() throws InterruptedException {
        var taken = new AtomicInteger();
        var handedOut = new AtomicInteger();
        Iterator<Integer> counted =
                IntStream.range(0, 500).peek(it -> taken.incrementAndGet()).iterator();
        var ahead = new ArrayList<Integer>();

        InOrder.map(counted, 2, number -> number, number -> {
            ahead.add(taken.get() - handedOut.getAndIncrement());
            return true;
        });

        assertThat(ahead).hasSize(500).allMatch(it -> it <= 2 * 8 + 1);
    }

    @Test
    void stopsWhenItsReaderHasEnoughAndWhenTheWorkFails() throws InterruptedException {
        var results = new ArrayList<Integer>();
        InOrder.map(numbers(1_000), 2, number -> number, number -> results.add(number) && number < 3);
        assertThat(results).isEqualTo(List.of(0, 1, 2, 3));

        assertThatThrownBy(() -> InOrder.map(
                        numbers(10),
                        2,
                        number -> {
                            throw new IllegalArgumentException("the reason");
                        },
                        number -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the reason");
    }

    private static Iterator<Integer> numbers(int end) {
        return IntStream.range(0, end).iterator();
    }

    /// The same number, later.
    private static int spun(int number) {
        long sum = 0;
        for (int i = 0; i < 200_000; i++) {
            sum += i ^ number;
        }
        return sum == 42 ? -1 : number;
    }
}
