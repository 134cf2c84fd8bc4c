package org.copyflow.benchmarks.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.html.HtmlReader;
import org.jspecify.annotations.Nullable;

/// Reads mutated pages and says whether each came out as an article or a refusal, in time, and whether memory stayed
/// flat. What fails is named by its seed, which makes the same page again.
///
/// `java … PageFuzz FOLDER [--pages 100000] [--seed 1]` with web pages in the folder; exit code 1 where anything
/// failed.
public final class PageFuzz {

    /// CPU time that any page may take, and what each megabyte adds.
    private static final long LIMIT_MS = 1000;

    private static final long LIMIT_MS_A_MEGABYTE = 1000;
    private static final int MAX_SOURCES = 400;
    private static final int WARM_UP = 500;
    private static final int MAX_FAILURES = 50;
    /// How much the heap may grow between the tenths of a run: caches of the platform, no pages.
    private static final long FLAT_MEGABYTES = 32;

    private static final int MEGABYTE = 1 << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final MutatedPages pages;
    private final PrintStream out;
    private final HtmlReader reader = new HtmlReader();
    private final List<String> failures = new ArrayList<>();
    private int articles;
    private int refused;
    private long slowestMs;
    private long slowestSeed;
    private long slowestBytes;

    public PageFuzz(MutatedPages pages, PrintStream out) {
        this.pages = pages;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        if (options == null) {
            System.err.println("usage: PageFuzz FOLDER [--pages 100000] [--seed 1]");
            System.exit(2);
            return;
        }
        var fuzz = new PageFuzz(MutatedPages.in(Path.of(arguments[0]), MAX_SOURCES), System.out);
        int count = Integer.parseInt(options.getOrDefault("--pages", "100000"));
        List<String> failures = fuzz.run(count, Long.parseLong(options.getOrDefault("--seed", "1")));
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static @Nullable Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        boolean known = List.of("--pages", "--seed").containsAll(options.keySet());
        return arguments.length % 2 == 1 && known ? options : null;
    }

    /// Reads so many pages, of the seed and those after it.
    ///
    /// @return what failed, a line each; empty where nothing did
    public List<String> run(int count, long seed) {
        long first = 0;
        for (int i = 0; i < count && failures.size() < MAX_FAILURES; i++) {
            read(seed + i, i >= WARM_UP);
            if (i == Math.min(count / 10, WARM_UP)) {
                first = heapMegabytes();
            }
            if ((i + 1) % Math.max(1, count / 10) == 0) {
                progress(i + 1, count);
            }
        }
        long grown = heapMegabytes() - first;
        if (grown > FLAT_MEGABYTES) {
            failures.add("memory grew by " + grown + " MB from " + first + " MB");
        }
        out.printf(
                "%s: %d pages, %d articles, %d refused, %d failed; heap %+d MB; slowest %d ms, %d KB (seed %d)%n",
                failures.isEmpty() ? "PASSED" : "FAILED",
                articles + refused,
                articles,
                refused,
                failures.size(),
                grown,
                slowestMs,
                slowestBytes / 1024,
                slowestSeed);
        return failures;
    }

    private void progress(int done, int count) {
        out.printf("%d of %d, heap %d MB, slowest %d ms%n", done, count, heapMegabytes(), slowestMs);
    }

    private void read(long seed, boolean timed) {
        PushedDocument page = pages.page(seed);
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            reader.identify(page);
            articles += reader.read(page).articles().size();
        } catch (UnreadableDocumentException refusal) {
            refused++;
        } catch (RuntimeException | StackOverflowError defect) {
            fail("seed " + seed + ": " + defect + " at " + place(defect));
        }
        long tookMs = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
        long bytes = page.content().length;
        if (timed && tookMs > slowestMs) {
            slowestMs = tookMs;
            slowestSeed = seed;
            slowestBytes = bytes;
        }
        if (timed && tookMs > LIMIT_MS + LIMIT_MS_A_MEGABYTE * bytes / MEGABYTE) {
            fail("seed " + seed + ": " + tookMs + " ms for " + bytes / 1024 + " KB");
        }
    }

    private static String place(Throwable defect) {
        StackTraceElement[] trace = defect.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].toString();
    }

    private void fail(String what) {
        failures.add(what);
        out.println(what);
    }

    private static long heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
