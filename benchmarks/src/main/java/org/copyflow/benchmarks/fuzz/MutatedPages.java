package org.copyflow.benchmarks.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;

/// Makes damaged pages of whole ones: the same seed, the same page. Immutable.
public final class MutatedPages {

    /// One page in so many is made large.
    private static final int HEAVY_EVERY = 60;

    private static final int MAX_MUTATIONS = 4;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final List<Charset> CHARSETS = Stream.of("utf-8", "windows-1252", "GB18030", "utf-16", "Shift_JIS")
            .map(Charset::forName)
            .toList();

    private final List<String> pages;

    /// @param pages whole pages; at least one
    public MutatedPages(List<String> pages) {
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("there are no pages to damage");
        }
        this.pages = List.copyOf(pages);
    }

    /// Of all pages (`.html`, `.html.gz`) in a folder and the folders in it, in the order of their names.
    ///
    /// @param maxPages how many at most, evenly from among them
    public static MutatedPages in(Path folder, int maxPages) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file ->
                            file.toString().endsWith(".html") || file.toString().endsWith(".html.gz"))
                    .sorted()
                    .toList();
            int step = Math.max(1, found.size() / maxPages);
            var pages = new ArrayList<String>();
            for (int i = 0; i < found.size(); i += step) {
                pages.add(read(found.get(i)));
            }
            return new MutatedPages(pages);
        }
    }

    private static String read(Path file) {
        try (var raw = Files.newInputStream(file)) {
            byte[] bytes =
                    file.toString().endsWith(".gz") ? new GZIPInputStream(raw).readAllBytes() : raw.readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page " + file, e);
        }
    }

    /// A page with up to four things done to it, in a charset that may not be the one it names.
    public PushedDocument page(long seed) {
        var random = new SplittableRandom(seed * SPREAD);
        String text = pages.get(random.nextInt(pages.size()));
        boolean heavy = random.nextInt(HEAVY_EVERY) == 0;
        for (int left = 1 + random.nextInt(MAX_MUTATIONS); left > 0; left--) {
            text = mutation(heavy, random).of(text, random);
        }
        byte[] bytes = text.getBytes(CHARSETS.get(random.nextInt(4) == 0 ? random.nextInt(CHARSETS.size()) : 0));
        if (random.nextInt(4) == 0) {
            damage(bytes, random);
        }
        String told = random.nextInt(3) > 0 ? null : one(CHARSETS, random).name();
        return new PushedDocument(bytes, new MediaType("text/html", told), "https://example.org/2026/03/06/a", null);
    }

    private static Mutation mutation(boolean heavy, RandomGenerator random) {
        Mutation[] all = Mutation.values();
        Mutation mutation = all[random.nextInt(all.length)];
        while (mutation.isHeavy() && !heavy) {
            mutation = all[random.nextInt(all.length)];
        }
        return mutation;
    }

    private static <T> T one(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    private static void damage(byte[] bytes, RandomGenerator random) {
        for (int left = random.nextInt(20); left > 0 && bytes.length > 0; left--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
    }
}
