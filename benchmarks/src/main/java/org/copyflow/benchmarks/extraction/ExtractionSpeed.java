package org.copyflow.benchmarks.extraction;

import com.chimbori.crux.articles.ArticleExtractor;
import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.dankito.readability4j.Readability4J;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.html.HtmlReader;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// CPU time of one thread to read a page, beside that of jsoup's parse of the same bytes and of other extractors; warm,
/// all in turns on each page, decoding included. A page counts with the median of its rounds. Prints a table.
///
/// `java … ExtractionSpeed CORPORA SET [ROUNDS]`, SET one of the corpora or several with commas between
public final class ExtractionSpeed {

    /// Rounds that do not count: so many that the compiler has come to rest on sets of a hundred pages.
    private static final int WARM_UP = 15;
    private static final String NO_URL = "https://example.org/";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Something that is timed; what its work returns keeps that from being left out.
    private static final class Contestant {
        final String name;
        final Function<CorpusPage, Object> work;
        /// Of each page, by round.
        final long[][] nanos;
        final int[] failed;

        Contestant(String name, Function<CorpusPage, Object> work, int pages, int rounds) {
            this.name = name;
            this.work = work;
            nanos = new long[pages][rounds];
            failed = new int[pages];
        }

        double millis(int page) {
            long[] sorted = nanos[page].clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2] / 1e6;
        }

        double meanMillis() {
            return IntStream.range(0, nanos.length).mapToDouble(this::millis).sum() / nanos.length;
        }
    }

    private final List<CorpusPage> pages;
    private final int rounds;
    private final HtmlReader reader = new HtmlReader();
    private final List<Contestant> contestants = new ArrayList<>();
    private int kept;

    private ExtractionSpeed(List<CorpusPage> pages, int rounds) {
        this.pages = pages;
        this.rounds = rounds;
        add("jsoup parse", page -> Jsoup.parse(text(page)));
        add("Copyflow", this::read);
        add(
                "crux",
                page -> ArticleExtractor.with(NO_URL, text(page))
                        .extractMetadata()
                        .extractContent()
                        .article());
        add("Readability4J", page -> new Readability4J(NO_URL, text(page)).parse());
        add("boilerpipe", ExtractionSpeed::boilerpipe);
    }

    private void add(String name, Function<CorpusPage, Object> work) {
        contestants.add(new Contestant(name, work, pages.size(), rounds));
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: ExtractionSpeed CORPORA SET [ROUNDS]");
            System.exit(2);
        }
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        var pages = new ArrayList<CorpusPage>();
        for (String set : arguments[1].split(",")) {
            pages.addAll(CorpusPage.read(Path.of(arguments[0]), set));
        }
        new ExtractionSpeed(pages, rounds).run();
    }

    private void run() {
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int i = 0; i < pages.size(); i++) {
                for (Contestant contestant : contestants) {
                    long took = time(contestant, i);
                    if (round >= 0) {
                        contestant.nanos[i][round] = took;
                    }
                }
            }
        }
        long bytes = pages.stream().mapToLong(ExtractionSpeed::bytes).sum();
        System.out.printf(
                "%d pages of %d KB, %d rounds (%d)%n", pages.size(), bytes / pages.size() / 1024, rounds, kept % 10);
        System.out.printf("%-14s %10s %8s %7s%n", "", "ms a page", "x parse", "failed");
        for (Contestant contestant : contestants) {
            System.out.printf(
                    "%-14s %10.2f %8.2f %7d%n",
                    contestant.name,
                    contestant.meanMillis(),
                    contestant.meanMillis() / contestants.getFirst().meanMillis(),
                    failed(contestant));
        }
        slowest();
    }

    private long time(Contestant contestant, int page) {
        long start = THREADS.getCurrentThreadCpuTime();
        @Nullable Object made = null;
        try {
            made = contestant.work.apply(pages.get(page));
        } catch (RuntimeException defect) {
            contestant.failed[page] = 1;
        }
        long took = THREADS.getCurrentThreadCpuTime() - start;
        kept += made == null ? 0 : 1;
        return took;
    }

    /// Copyflow's slowest page, with what it is made of.
    private void slowest() {
        Contestant parse = contestants.get(0);
        Contestant read = contestants.get(1);
        int worst = 0;
        for (int i = 0; i < pages.size(); i++) {
            worst = read.millis(i) > read.millis(worst) ? i : worst;
        }
        CorpusPage page = pages.get(worst);
        var tree = Jsoup.parse(text(page));
        System.out.printf(
                "slowest: %s, %.1f ms for %d KB, %.2f x its parse: %d elements, %d links, %d characters of text%n",
                page.id(),
                read.millis(worst),
                bytes(page) / 1024,
                read.millis(worst) / parse.millis(worst),
                tree.getAllElements().size(),
                tree.getElementsByTag("a").size(),
                tree.text().length());
    }

    private static int failed(Contestant contestant) {
        int failed = 0;
        for (int page : contestant.failed) {
            failed += page;
        }
        return failed;
    }

    private static long bytes(CorpusPage page) {
        return page.document().content().length;
    }

    private static String text(CorpusPage page) {
        return new String(page.document().content(), StandardCharsets.UTF_8);
    }

    private Object read(CorpusPage page) {
        try {
            return reader.read(page.document());
        } catch (UnreadableDocumentException none) {
            return none;
        }
    }

    private static Object boilerpipe(CorpusPage page) {
        try {
            return CommonExtractors.ARTICLE_EXTRACTOR.getText(text(page));
        } catch (BoilerpipeProcessingException e) {
            throw new IllegalStateException("boilerpipe cannot read " + page.id(), e);
        }
    }
}
