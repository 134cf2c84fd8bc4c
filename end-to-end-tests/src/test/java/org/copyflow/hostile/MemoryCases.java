package org.copyflow.hostile;

import static org.copyflow.hostile.HostileCase.bytes;
import static org.copyflow.hostile.HostileCase.push;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Bodies within the limit of bytes, a few kilobytes as they are sent, that take a hundred times that in memory.
final class MemoryCases {

    private static final String HTML = "text/html";
    private static final String RSS = "application/rss+xml";
    private static final String JSON_FEED = "application/feed+json";
    private static final String PAGE = "<html><body><article>1 ";
    private static final int ITEMS = 480;

    private MemoryCases() {}

    static List<HostileCase> all() {
        return Stream.of(pages(), batches()).flatMap(List::stream).toList();
    }

    private static List<HostileCase> pages() {
        return List.of(
                page(() -> "<p>a<b>c".repeat(600_000))
                        .gets("memory", "600,000 paragraphs in unclosed bold", "202 dead-lettered: too-large"),
                page(() -> "<p>" + bold(12, 500) + "x" + "<p>x".repeat(1_000_000))
                        .gets("memory", "a million paragraphs in 6,000 attributes", "202 dead-lettered: too-large"),
                page(() -> (bold(120, 1) + "<div>".repeat(120) + "</b>".repeat(1_800) + "</div>".repeat(120))
                                .repeat(500))
                        .gets("memory", "bold that ends behind its blocks", "202 dead-lettered: too-large"),
                page(() -> "<i>".repeat(1_600_000))
                        .gets("memory", "1.6 million open elements", "202 dead-lettered: too-large"),
                page(() -> "<br>".repeat(1_200_000))
                        .gets("memory", "1.2 million line breaks", "202 dead-lettered: not-an-article"),
                packed(HTML, () -> "<head><template><p>" + bold(12, 500) + "x" + "<p>x".repeat(20_000))
                        .gets("memory", "the same in what a head holds", "202 dead-lettered: too-large"));
    }

    /// Feeds: sent as batches.
    static List<HostileCase> batches() {
        return List.of(
                feed(() -> items("<a/>".repeat(15_000)))
                        .gets("memory", "a feed of 7 million elements", "422 unreadable-xml"),
                feed(() -> items(("<a" + attributes(400) + "/>").repeat(20)))
                        .gets("memory", "a feed of 3 million attributes", "422 unreadable-xml"),
                feed(() -> "<link href=\"" + "x".repeat(30_000_000) + "\"/>" + items(""))
                        .gets("memory", "a feed with an address of 30 MB", "422 unreadable-xml"),
                feed(() -> "<title>t" + "<a/>".repeat(400_000) + "</title>" + items(""))
                        .gets("memory", "a feed whose title holds 400,000 elements", "422 too-large"),
                jsonFeed(() -> "", () -> "\"z\":[" + "0,".repeat(25_000) + "0]")
                        .gets("memory", "a JSON Feed of 12 million numbers", "422 unreadable-json"),
                jsonFeed(
                                () -> IntStream.range(0, 240_000)
                                        .mapToObj(i -> "\"k" + i + "\":1,")
                                        .collect(Collectors.joining()),
                                () -> "\"z\":1")
                        .gets("memory", "a JSON Feed that says 240,000 things of itself", "422 too-large"));
    }

    private static HostileCase.Request page(Supplier<String> content) {
        return packed(HTML, () -> PAGE + content.get());
    }

    private static HostileCase.Request feed(Supplier<String> channel) {
        return packed(RSS, () -> "<rss version=\"2.0\"><channel><title>t</title>" + channel.get() + "</channel></rss>")
                .at(HostileCase.BATCH);
    }

    private static HostileCase.Request jsonFeed(Supplier<String> about, Supplier<String> item) {
        return packed(
                        JSON_FEED,
                        () -> "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\"," + about.get()
                                + "\"items\":["
                                + ("{\"id\":\"i\",\"content_text\":\"x\"," + item.get() + "},").repeat(ITEMS)
                                + "{\"id\":\"last\",\"content_text\":\"x\"}]}")
                .at(HostileCase.BATCH);
    }

    private static HostileCase.Request packed(String mediaType, Supplier<String> content) {
        return push(mediaType, () -> PackedCases.gzip(bytes(content.get()))).with("Content-Encoding", "gzip");
    }

    private static String items(String more) {
        return ("<item><guid>g</guid><title>t</title>" + more + "</item>").repeat(ITEMS);
    }

    /// So many elements that no two are alike.
    private static String bold(int elements, int attributes) {
        return IntStream.range(0, elements)
                .mapToObj(i -> "<b n=" + i + attributes(attributes - 1) + ">")
                .collect(Collectors.joining());
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> " a" + i + "=\"\"").collect(Collectors.joining());
    }
}
