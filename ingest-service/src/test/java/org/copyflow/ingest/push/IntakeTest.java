package org.copyflow.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.FormatReaders;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.kit.server.ProblemException;
import org.junit.jupiter.api.Test;

/// Over readers that are made for it, so that no format's own rules matter.
final class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-05-03T08:30:00Z");
    private static final PushParameters DESK = PushParameters.parse(Map.of(PushParameter.SOURCE, "desk"));

    private final Intake intake =
            new Intake(new FormatReaders(List.of(new LabelReader(), new CommaReader())), InstantSource.fixed(NOW), 3);

    /// The first line is the item's own name; `bad` cannot be read.
    private static class LabelReader implements FormatReader {
        @Override
        public String name() {
            return "labelled";
        }

        @Override
        public Set<String> mediaTypes() {
            return Set.of("text/x-label");
        }

        @Override
        public ItemIdentity identify(PushedDocument document) {
            String name = text(document).lines().findFirst().orElse("");
            if (name.equals("bad")) {
                throw new UnreadableDocumentException("bad-label", "Line 1 is bad: write a good one.");
            }
            return new ItemIdentity(
                    name.isEmpty() ? null : name,
                    4L,
                    NOW.minusSeconds(60),
                    ArticleStatus.WITHHELD,
                    NOW.plusSeconds(60));
        }

        @Override
        public SourceDocument read(PushedDocument document) {
            return new SourceDocument(identify(document), List.of());
        }

        static String text(PushedDocument document) {
            return new String(document.content(), StandardCharsets.UTF_8);
        }
    }

    /// Items are separated by commas and named by themselves.
    private static final class CommaReader extends LabelReader implements ItemSplitter {
        @Override
        public Set<String> mediaTypes() {
            return Set.of("text/x-commas");
        }

        @Override
        public List<PushedDocument> split(PushedDocument document) {
            return List.of(text(document).split(",")).stream()
                    .filter(item -> !item.equals("-"))
                    .map(item -> new PushedDocument(
                            item.getBytes(StandardCharsets.UTF_8), document.mediaType(), "u:" + item, null))
                    .toList();
        }
    }

    @Test
    void takesTheItemsOwnWordWhereTheCallerSaysNothing() {
        RawArticle article = one("item-1\ntext", DESK);

        assertThat(article.uri()).isEqualTo("item-1");
        assertThat(article.version()).isEqualTo(4);
        assertThat(article.versionCreated()).isEqualTo(NOW.minusSeconds(60));
        assertThat(article.status()).isEqualTo(ArticleStatus.WITHHELD);
        assertThat(article.embargo()).isEqualTo(NOW.plusSeconds(60));
        assertThat(article.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void takesTheCallersWordBeforeTheItems() {
        RawArticle article = one(
                "item-1\ntext",
                PushParameters.parse(Map.of(
                        PushParameter.SOURCE, "desk",
                        PushParameter.URI, "item-2",
                        PushParameter.VERSION, "9",
                        PushParameter.VERSION_CREATED, "2026-01-01T00:00:00Z",
                        PushParameter.STATUS, "canceled",
                        PushParameter.EMBARGO, "2027-01-01T00:00:00Z")));

        assertThat(article.uri()).isEqualTo("item-2");
        assertThat(article.version()).isEqualTo(9);
        assertThat(article.versionCreated()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(article.status()).isEqualTo(ArticleStatus.CANCELED);
        assertThat(article.embargo()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void namesAnItemThatNamesNothingByItsContent() {
        assertThat(one("\ntext", DESK).uri())
                .isEqualTo(DocumentIds.contentUri("\ntext".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesAnItemByTheHashOfANameThatIsNoUri() {
        String tooLong = "x".repeat(PushParameters.MAX_URI_CHARS + 1);

        assertThat(one(tooLong, DESK).uri())
                .startsWith("sha256:")
                .as("another version of the item has the same name")
                .isEqualTo(one(tooLong + "\nanother text", DESK).uri());
        assertThat(one("tab\there", DESK).uri()).startsWith("sha256:");
    }

    @Test
    void givesEveryPushAnEventIdOfItsOwn() {
        assertThat(one("item-1", DESK).eventId())
                .isNotEqualTo(one("item-1", DESK).eventId());
    }

    @Test
    void refusesWhatTheReaderCannotReadWithTheReadersCode() {
        assertThatThrownBy(() -> one("bad", DESK)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(422);
            assertThat(e.problem().code()).isEqualTo("bad-label");
            assertThat(e.problem().detail()).isEqualTo("Line 1 is bad: write a good one.");
        });
    }

    @Test
    void takesEachItemOfSeveralWithItsOwnUrl() {
        assertThat(take("a,b,c", "text/x-commas", DESK))
                .extracting(
                        RawArticle::uri,
                        RawArticle::url,
                        article -> new String(article.content(), StandardCharsets.UTF_8))
                .containsExactly(tuple("a", "u:a", "a"), tuple("b", "u:b", "b"), tuple("c", "u:c", "c"));
    }

    @Test
    void refusesAnUnreadableItemOfSeveralAlone() {
        List<BatchItem> items = intake.take("a,bad,c".getBytes(StandardCharsets.UTF_8), "text/x-commas", DESK);

        assertThat(items).hasSize(3);
        assertThat(items.get(1))
                .isInstanceOfSatisfying(
                        BatchItem.Refused.class,
                        refused -> assertThat(refused.reason().problem().code()).isEqualTo("bad-label"));
        assertThat(items.get(2).article().uri()).isEqualTo("c");
        assertCode("bad", "text/x-commas", "bad-label");
    }

    @Test
    void refusesMoreItemsThanItsLimitAndNone() {
        assertCode("a,b,c,d", "text/x-commas", "too-many-items");
        assertCode("-", "text/x-commas", "no-items");
    }

    @Test
    void keepsTheMediaTypeAndTakesItsCharsetAsBrowsersDo() {
        assertThat(take("a", "Text/X-Label; Charset=\"gbk\"; profile=x", DESK)
                        .getFirst()
                        .contentType())
                .isEqualTo("text/x-label; charset=GB18030");
        assertThat(new MediaType("text/x-label", null)).hasToString("text/x-label");
    }

    private void assertCode(String content, String mediaType, String code) {
        assertThatThrownBy(() -> take(content, mediaType, DESK))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private RawArticle one(String content, PushParameters said) {
        return take(content, "text/x-label", said).getFirst();
    }

    private List<RawArticle> take(String content, String mediaType, PushParameters said) {
        return intake.take(content.getBytes(StandardCharsets.UTF_8), mediaType, said).stream()
                .map(BatchItem::article)
                .toList();
    }
}
