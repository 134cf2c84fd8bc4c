package org.copyflow.benchmarks.stories;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.index.duplicates.Duplicates;
import org.copyflow.index.stories.Stories;
import org.copyflow.index.stories.StoryLimits;
import org.copyflow.index.stories.StoryModel;
import org.copyflow.index.stories.StoryText;

/// Heap and CPU time of comparing a day's articles: generated ones, of which a quarter are copies, two in five
/// tell of events that others tell of, and the rest of something of their own, with 20 terms each.
///
/// `java -Xmx2g … ComparisonMemory [ARTICLES]`: after each 50,000 the heap that is in use, and articles/s a core.
public final class ComparisonMemory {

    private static final int BY_DEFAULT = 300_000;
    private static final int STEP = 50_000;
    private static final int SKETCH_BYTES = 252;
    private static final int SHINGLES = 400;
    private static final int TERMS = 20;
    private static final int VECTOR = 384;
    private static final int VOCABULARY = 60_000;
    private static final int EVENTS = 4_000;
    private static final double MEBIBYTE = 1 << 20;
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

    private final Random random = new Random(1);
    private final Duplicates duplicates = new Duplicates(Duration.ofDays(3), Integer.MAX_VALUE);
    private final Stories stories = new Stories(
            "en", StoryModel.DEFAULT, new StoryLimits(Duration.ofDays(3), Integer.MAX_VALUE, Integer.MAX_VALUE));
    private final List<String> originals = new ArrayList<>();
    private final List<byte[]> sketches = new ArrayList<>();

    private ComparisonMemory() {}

    public static void main(String[] arguments) {
        int articles = arguments.length == 0 ? BY_DEFAULT : Integer.parseInt(arguments[0]);
        new ComparisonMemory().run(articles);
    }

    private void run(int articles) {
        long duplicateNanos = 0;
        long storyNanos = 0;
        double empty = heap();
        for (int i = 1; i <= articles; i++) {
            Instant at = MIDNIGHT.plusMillis(i * 288L);
            boolean copy = i > 1 && random.nextInt(4) == 0;
            int of = copy ? Math.max(0, originals.size() - 1 - random.nextInt(500)) : 0;
            byte[] components = copy ? sketches.get(of) : components();
            var sketch =
                    new Sketch(SHINGLES, Base64.getEncoder().withoutPadding().encodeToString(components));
            var text = new StoryText("article-" + i, at, at, terms(), copy ? null : vector());
            long before = cpu();
            duplicates.put(new ArticlePointer("article-" + i, "source"), at, sketch);
            long between = cpu();
            stories.put(text, copy ? originals.get(of) : null);
            stories.drain();
            storyNanos += cpu() - between;
            duplicateNanos += between - before;
            if (!copy) {
                originals.add("article-" + i);
                sketches.add(components);
                forgetOldSketches();
            }
            if (i % STEP == 0) {
                System.out.printf(
                        "%,d articles: %.0f MiB; %,.0f articles/s a core for copies, %,.0f for stories%n",
                        i, heap() - empty, STEP * 1e9 / duplicateNanos, STEP * 1e9 / storyNanos);
                duplicateNanos = 0;
                storyNanos = 0;
            }
        }
    }

    /// They are the generator's, not what is measured.
    private void forgetOldSketches() {
        if (sketches.size() > 1_000) {
            sketches.set(sketches.size() - 1_000, new byte[0]);
        }
    }

    private byte[] components() {
        byte[] components = new byte[SKETCH_BYTES];
        random.nextBytes(components);
        return components;
    }

    private List<String> terms() {
        int event = random.nextInt(EVENTS);
        boolean shared = random.nextInt(5) < 2;
        return random.ints(2L * TERMS, 0, VOCABULARY)
                .mapToObj(
                        term -> shared && term % 2 == 0 ? "event" + event + "term" + term % 30 : "term" + skewed(term))
                .distinct()
                .limit(TERMS)
                .toList();
    }

    /// Few terms are frequent, most are rare.
    private int skewed(int term) {
        return (int) ((long) term * random.nextInt(VOCABULARY) / VOCABULARY);
    }

    private byte[] vector() {
        byte[] vector = new byte[VECTOR];
        for (int i = 0; i < VECTOR; i++) {
            vector[i] = (byte) (random.nextGaussian() * 6.5);
        }
        return vector;
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
