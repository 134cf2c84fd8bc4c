package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Pages that try to hang or break the reader, and mutations of honest ones. `copyflow.fuzz.pages` sets how many.
class HostilePageTest {

    private static final int PAGES = Integer.getInteger("copyflow.fuzz.pages", 1500);
    private static final long SEED = Long.getLong("copyflow.fuzz.seed", 20261121L);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HtmlReader reader = new HtmlReader();

    @Test
    void readsAHundredThousandNestedElementsInTime() {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            readOrRefuse("<div>".repeat(100_000) + "<p>Deep text.</p>");
            readOrRefuse("<b><p>".repeat(20_000) + "Deep text.");
            readOrRefuse("<table><tr><td>".repeat(20_000));
        });
    }

    @Test
    void refusesNestingThatTheParserFailsOn() {
        String page = "<p><b><b><b>" + "<div>".repeat(252) + "x";

        assertThatThrownBy(() -> read(page))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        refused -> assertThat(refused.code()).isEqualTo("unreadable-html"));
    }

    @Test
    void readsMegabytesOfAttributesInTime() {
        String attributes = " data-x=\"" + "y".repeat(2_000_000) + "\"";
        String names = " class=\"" + "share-bar ".repeat(100_000) + "\"";

        Assertions.assertTimeoutPreemptively(
                LIMIT, () -> readOrRefuse("<div" + attributes + names + "><p>Some text.</p></div>"));
    }

    @Test
    void readsAMillionSmallElementsInTime() {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> readOrRefuse("<p>a<br>".repeat(150_000)));
    }

    @Test
    void readsCmsPropertiesThatNeverEndInTime() {
        String comment = "<!--enpproperty " + "<title>".repeat(300_000) + " /enpproperty-->";

        Assertions.assertTimeoutPreemptively(LIMIT, () -> readOrRefuse(comment + "<p>Some text.</p>"));
    }

    @Test
    void refusesAPageBeyondTheLimitByItsSize() {
        assertTooLarge("x".repeat(HtmlTree.MAX_CHARS + 1));
    }

    @Test
    void refusesPagesThatTheParserMultiplies() {
        String bold =
                IntStream.range(0, 120).mapToObj(i -> "<b title=" + i + ">").collect(Collectors.joining());

        assertTooLarge("<p>a<b>c".repeat(600_000));
        assertTooLarge("<p>" + boldOfManyAttributes() + "x" + "<p>x".repeat(20_000));
        assertTooLarge((bold + "<div>".repeat(120) + "</b>".repeat(1_800) + "</div>".repeat(120)).repeat(500));
    }

    @Test
    void takesLittleMemoryToTellWhoseAPageIs() {
        var page = new PushedDocument(
                ("<head><template><p>" + boldOfManyAttributes() + "<p>x".repeat(15_000))
                        .getBytes(StandardCharsets.UTF_8),
                MediaType.HTML,
                null,
                null);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(reader.identify(page).uri()).isNull();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(32L * 1_048_576);
    }

    @Test
    void survivesMutatedPages() {
        var random = new Random(SEED);
        List<String> pages = List.of(Fixtures.text("harbour.html"), Fixtures.text("tunnel-zh.html"));
        for (int i = 0; i < PAGES; i++) {
            String page = mutated(pages.get(i % pages.size()), random);
            int number = i;
            assertThatCode(() -> readOrRefuse(page))
                    .as("mutation %d of seed %d", number, SEED)
                    .doesNotThrowAnyException();
        }
    }

    private static String mutated(String page, Random random) {
        var text = new StringBuilder(page);
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(80));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(20)));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                case 3 ->
                    text.insert(at, "<" + "div p li table script !-- article b".split(" ")[random.nextInt(8)] + ">");
                default -> text.insert(at, text.substring(random.nextInt(text.length())));
            }
            text.setLength(Math.min(text.length(), 200_000));
        }
        return text.toString();
    }

    /// A dozen unclosed ones, which is as many as the parser copies.
    private static String boldOfManyAttributes() {
        String attributes = IntStream.range(0, 300).mapToObj(i -> " a" + i).collect(Collectors.joining());
        return IntStream.range(0, 12)
                .mapToObj(i -> "<b n=" + i + attributes + ">")
                .collect(Collectors.joining());
    }

    private void assertTooLarge(String html) {
        assertThatThrownBy(() -> read(html))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("too-large"));
    }

    private void readOrRefuse(String html) {
        try {
            read(html);
        } catch (UnreadableDocumentException refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    private void read(String html) {
        assertThat(reader.read(new PushedDocument(html.getBytes(StandardCharsets.UTF_8), MediaType.HTML, null, null))
                        .articles())
                .isNotEmpty();
    }
}
