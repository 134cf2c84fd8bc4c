package org.copyflow.input;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/// Does the same work to many things on several threads and hands out the results in the order of the things.
///
/// At most a small number of things a thread are under way or waiting, so memory is bounded however many there are.
/// Platform threads, because the work computes and keeps scratch space a thread.
public final class InOrder {

    private static final int WINDOW_PER_THREAD = 8;

    private InOrder() {}

    /// @param next takes a result and says whether to go on
    /// @throws RuntimeException the one that the work threw, where it did
    public static <T, R> void map(Iterator<T> things, int threads, Function<T, R> work, Predicate<R> next)
            throws InterruptedException {
        var pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("work-", 1).daemon().factory());
        try {
            var window = new ArrayDeque<Future<R>>();
            boolean goOn = true;
            while (goOn && (things.hasNext() || !window.isEmpty())) {
                if (things.hasNext() && window.size() < threads * WINDOW_PER_THREAD) {
                    T thing = things.next();
                    window.add(pool.submit(() -> work.apply(thing)));
                } else {
                    goOn = next.test(result(window.remove()));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the work failed: " + e.getCause(), e.getCause());
        }
    }
}
