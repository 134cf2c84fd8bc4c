package org.copyflow.enrichment.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.enrichment.pipeline.EnrichedDocument;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.enrichment.pipeline.KnownAnnotators;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.Revision;
import org.copyflow.events.article.Revision.Change;
import org.copyflow.events.article.Revision.Field;
import org.copyflow.events.article.Revision.Kind;
import org.copyflow.events.article.StatedTime;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.registry.KnownFormats;
import org.junit.jupiter.api.Test;

final class ArticleVersionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Enricher ENRICHER =
            new Enricher(KnownFormats.readers(), KnownAnnotators.all(), Clock.fixed(NOW, ZoneOffset.UTC));
    private static final String OPENING = "The harbour of Vigstad opened a second quay on Monday, the port said.";
    private static final String TRAFFIC = "Ferry traffic rose by 9.9 percent to 1.2 million passengers last year.";
    private static final String QUOTE = "\"We expected far less of the new quay,\" said Ana Lind, who runs the port.";

    @Test
    void saysNothingOfTheSameText() {
        Article article = article("Quay opens", OPENING, TRAFFIC, QUOTE);
        assertThat(ArticleVersions.compare(article, article)).isEqualTo(new Revision(1L, List.of(), null));
    }

    @Test
    void namesTheHeadlineWithBeforeAndAfter() {
        assertThat(changes(article("Quay opens", OPENING), article("Second quay opens", OPENING)))
                .containsExactly(new Change(Field.TITLE, Kind.CHANGED, "Quay opens", "Second quay opens", null));
    }

    @Test
    void namesWhatCameAndWhatWent() {
        Article plain = article("Quay opens", OPENING);
        Article rich = plain.toBuilder()
                .kicker("Trade")
                .bylines(List.of(new Byline("Ana Lind", Byline.AUTHOR)))
                .publishedAt(new StatedTime("2026-11-21"))
                .notes(List.of(new Note(Note.Kind.CORRECTION, "An earlier version gave another day.")))
                .build();
        assertThat(changes(plain, rich))
                .containsExactly(
                        new Change(Field.KICKER, Kind.ADDED, null, "Trade", null),
                        new Change(Field.BYLINE, Kind.ADDED, null, "Ana Lind", null),
                        new Change(Field.PUBLISHED_AT, Kind.ADDED, null, "2026-11-21", null),
                        new Change(Field.NOTE, Kind.ADDED, null, "An earlier version gave another day.", null));
        assertThat(changes(rich, plain)).extracting(Change::kind).containsOnly(Kind.REMOVED);
    }

    @Test
    void namesAFigureThatWasCorrectedInItsParagraph() {
        List<Change> changes = changes(
                article("Quay", OPENING, TRAFFIC),
                article("Quay", OPENING, TRAFFIC.replace("9.9 percent", "8.9 percent")));
        assertThat(changes).extracting(Change::field).containsExactly(Field.BODY, Field.FIGURE);
        assertThat(changes.getLast())
                .satisfies(change -> assertThat(change.kind()).isEqualTo(Kind.CHANGED))
                .satisfies(change -> assertThat(change.before()).contains("9.9"))
                .satisfies(change -> assertThat(change.after()).contains("8.9"));
    }

    @Test
    void takesAFigureWrittenAnotherWayAsTheSame() {
        List<Change> changes = changes(
                article("Quay", OPENING, TRAFFIC),
                article("Quay", OPENING, TRAFFIC.replace("1.2 million", "1,200,000")));
        assertThat(changes).extracting(Change::field).containsExactly(Field.BODY);
    }

    @Test
    void namesAFigureThatWentWithItsSentence() {
        List<Change> changes = changes(article("Quay", OPENING, TRAFFIC), article("Quay", OPENING));
        assertThat(changes)
                .filteredOn(change -> change.field() == Field.FIGURE)
                .hasSizeGreaterThanOrEqualTo(2)
                .extracting(Change::kind)
                .containsOnly(Kind.REMOVED);
    }

    @Test
    void namesAQuoteThatReadsDifferently() {
        List<Change> changes = changes(
                article("Quay", OPENING, QUOTE), article("Quay", OPENING, QUOTE.replace("far less", "far more")));
        assertThat(changes)
                .filteredOn(change -> change.field() == Field.QUOTE)
                .singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(Kind.CHANGED))
                .satisfies(change -> assertThat(change.before()).contains("far less"))
                .satisfies(change -> assertThat(change.after()).contains("far more"))
                .satisfies(change -> assertThat(change.about()).isEqualTo("Ana Lind"));
    }

    @Test
    void namesTheSpeakersWhereTheWordsStayed() {
        List<Change> changes = changes(
                article("Quay", OPENING, QUOTE), article("Quay", OPENING, QUOTE.replace("Ana Lind", "Karin Berg")));
        assertThat(changes)
                .filteredOn(change -> change.field() == Field.QUOTE)
                .singleElement()
                .satisfies(change -> assertThat(change.before()).startsWith("Ana Lind: We expected"))
                .satisfies(change -> assertThat(change.after()).startsWith("Karin Berg: We expected"));
    }

    @Test
    void findsTheParagraphThatWasPutBetweenOthers() {
        List<Change> changes = changes(
                article("Quay", OPENING, "It cost more than planned."),
                article("Quay", OPENING, "A third one is being built.", "It cost more than planned."));
        assertThat(changes)
                .containsExactly(new Change(Field.BODY, Kind.ADDED, null, "A third one is being built.", null));
    }

    @Test
    void cutsALongParagraphToWhatIsAroundTheDifference() {
        String start = "The port counted every ship that came in that year and wrote it down with care. ".repeat(10);
        String end = " The harbour master keeps the books in a room above the quay, as her father did. ".repeat(10);
        Change change = changes(
                        article("Quay", start + "It was a quiet year." + end),
                        article("Quay", start + "It was a loud year." + end))
                .getFirst();
        assertThat(change.before())
                .startsWith("…")
                .endsWith("…")
                .contains("a quiet year")
                .hasSizeLessThan(300);
        assertThat(change.after())
                .startsWith("…")
                .endsWith("…")
                .contains("a loud year")
                .hasSizeLessThan(300);
    }

    @Test
    void listsSoManyOfAFieldAndCountsTheRest() {
        Article before = article("Quay", OPENING);
        String[] more = IntStream.range(0, 50)
                .mapToObj(
                        i -> "Nobody had heard of " + (char) ('A' + i % 26) + "-" + "x".repeat(1 + i / 26) + " before.")
                .toArray(String[]::new);
        Revision revision = ArticleVersions.compare(before, article("Quay", more));
        assertThat(revision.changes())
                .filteredOn(change -> change.field() == Field.BODY)
                .hasSize(20);
        assertThat(revision.more()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void comparesTwoLongRewritesInBoundedTime() {
        Article before = article("Quay", generated(1));
        Article after = article("Quay", generated(2));
        Revision revision = assertTimeout(Duration.ofSeconds(20), () -> ArticleVersions.compare(before, after));
        assertThat(revision.more()).isPositive();
    }

    @Test
    void keepsWhatTheComparisonNeeds() {
        Article before = article("Quay opens", OPENING, TRAFFIC, QUOTE);
        Article after = article("Quay is open", OPENING, TRAFFIC.replace("9.9", "8.9"), QUOTE.replace("less", "more"));
        byte[] kept = Objects.requireNonNull(ShownArticle.keep(before));
        assertThat(kept).hasSizeLessThan(2_000);
        assertThat(ArticleVersions.compare(ShownArticle.read(kept), after))
                .isEqualTo(ArticleVersions.compare(before, after));
    }

    @Test
    void keepsNoneThatTakesTooMuch() {
        assertThat(ShownArticle.keep(article("Quay", generated(3), generated(4), generated(5))))
                .isNull();
    }

    private static List<Change> changes(Article before, Article after) {
        return ArticleVersions.compare(before, after).changes();
    }

    /// Some 90,000 characters in 1,500 paragraphs.
    private static String generated(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, 1_500)
                .mapToObj(_ -> random.ints(8, 'a', 'z' + 1)
                        .mapToObj(c -> Character.toString(c).repeat(2) + Integer.toString(random.nextInt(100_000), 36))
                        .collect(Collectors.joining(" ", "", ".")))
                .collect(Collectors.joining("\n\n"));
    }

    private static Article article(String title, String... paragraphs) {
        String text = title + "\n\n" + String.join("\n\n", paragraphs);
        var raw = new RawArticle(
                "event-1",
                "desk",
                "urn:x",
                "text/markdown",
                null,
                1L,
                null,
                ArticleStatus.USABLE,
                null,
                NOW,
                ("# " + text).getBytes(StandardCharsets.UTF_8));
        return ((EnrichedDocument.Read) ENRICHER.enrich(raw, "en")).articles().getFirst();
    }
}
