package org.copyflow.benchmarks.extraction;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.html.HtmlReader;
import org.jsoup.Jsoup;

/// CPU time of one thread to read a page, beside that of jsoup's parse of the same bytes; warm, the two in turns.
///
/// `java … ExtractionSpeed CORPORA SET [ROUNDS]`
public final class ExtractionSpeed {

    private static final int WARM_UP = 4;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<CorpusPage> pages;
    private final HtmlReader reader = new HtmlReader();
    private long kept;

    private ExtractionSpeed(List<CorpusPage> pages) {
        this.pages = pages;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: ExtractionSpeed CORPORA SET [ROUNDS]");
            System.exit(2);
        }
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        new ExtractionSpeed(new ArrayList<>(CorpusPage.read(Path.of(arguments[0]), arguments[1]))).run(rounds);
    }

    private void run(int rounds) {
        long parse = 0;
        long read = 0;
        var slowest = new long[pages.size()];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int i = 0; i < pages.size(); i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                parse(pages.get(i));
                long between = THREADS.getCurrentThreadCpuTime();
                read(pages.get(i));
                long end = THREADS.getCurrentThreadCpuTime();
                if (round >= 0) {
                    parse += between - start;
                    read += end - between;
                    slowest[i] += end - between;
                }
            }
        }
        double each = 1e6 * rounds * pages.size();
        long bytes =
                pages.stream().mapToLong(p -> p.document().content().length).sum();
        System.out.printf(
                "%d pages of %d KB: parse %.2f ms, read %.2f ms, ratio %.2f (%d)%n",
                pages.size(), bytes / pages.size() / 1024, parse / each, read / each, (double) read / parse, kept % 10);
        slowest(slowest, rounds);
    }

    private void slowest(long[] times, int rounds) {
        int worst = 0;
        for (int i = 0; i < times.length; i++) {
            worst = times[i] > times[worst] ? i : worst;
        }
        System.out.printf(
                "slowest: %s, %.1f ms, %d KB%n",
                pages.get(worst).id(),
                times[worst] / 1e6 / rounds,
                pages.get(worst).document().content().length / 1024);
    }

    private void parse(CorpusPage page) {
        kept += Jsoup.parse(new String(page.document().content(), StandardCharsets.UTF_8))
                .childNodeSize();
    }

    private void read(CorpusPage page) {
        try {
            kept += reader.read(page.document()).articles().size();
        } catch (UnreadableDocumentException none) {
            kept++;
        }
    }
}
