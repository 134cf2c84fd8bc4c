package org.copyflow.formats.nitf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NitfReaderTest {

    private final NitfReader reader = new NitfReader();

    @Test
    void readsWhatAnArticleHolds() {
        SourceArticle article = article();

        assertThat(article.title()).isEqualTo("Ice in the harbour");
        assertThat(article.bylineText()).isEqualTo("By Ann Lee, Test Desk");
        assertThat(article.bylines()).extracting(Byline::name).startsWith("Ann Lee");
        assertThat(article.publisher()).isEqualTo("Test Desk Service");
        assertThat(article.section()).isEqualTo("Harbour");
        assertThat(article.language()).isEqualTo("en-GB");
        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-11-17T08:00:00+01:00"));
        assertThat(article.updatedAt()).isEqualTo(new StatedTime("2026-11-17T09:15:00+01:00"));
        assertThat(article.captions()).containsExactly(new Caption("Ice at the pier.", "Bo Falk"));
        assertThat(article.notes())
                .containsExactly(
                        new Note(Note.Kind.EDITOR, "Adds the seals."),
                        new Note(Note.Kind.AUTHOR, "Ann Lee writes about weather."));
        assertThat(article.topics())
                .containsExactly(
                        new ArticleTopic("http://cv.iptc.org/newscodes/subjectcode/17003000", "Report", 1),
                        new ArticleTopic("DESK:ICE", "DESK:ICE", 1));
        assertThat(article.blocks())
                .containsExactly(
                        TextBlock.paragraph("Ice covers the harbour."),
                        TextBlock.heading("Seals"),
                        TextBlock.paragraph("They like it."));
    }

    @Test
    void takesTheFirstPictureOnTheWebAsTheLeadImage() {
        String onTheWeb = new String(fixture().content(), StandardCharsets.UTF_8)
                .replace("source=\"pier.jpg\"", "source=\"https://desk.test/pier.jpg\" alternate-text=\"Ice\"");

        assertThat(article().leadImage()).as("a file name").isNull();
        assertThat(reader.read(xml(onTheWeb)).articles().getFirst().leadImage())
                .isEqualTo(
                        new LeadImage("https://desk.test/pier.jpg", "Ice", "Ice at the pier.", "Bo Falk", null, null));
    }

    @Test
    void keepsWhatAnArticleHasNoFieldFor() {
        JsonNode rest = Objects.requireNonNull(article().extensions().get("nitf"));

        assertThat(rest.at("/urgency/@ed-urg").asString()).isEqualTo("4");
        assertThat(rest.at("/date.expire/@norm").asString()).isEqualTo("20261217T080000+0100");
        assertThat(rest.at("/key-list/keyword/1/@key").asString()).isEqualTo("ice");
        assertThat(rest.at("/hedline/hl2").asString()).isEqualTo("Seals like it");
        assertThat(rest.at("/abstract/p").asString()).isEqualTo("Ice closes the harbour.");
        assertThat(rest.at("/dateline/location/city").asString()).isEqualTo("PORT ALBA");
        assertThat(rest.at("/media/media-reference/@source").asString()).isEqualTo("pier.jpg");
        assertThat(rest.has("doc-id")).isFalse();
    }

    @Test
    void identifiesAnItemAsItReadsIt() {
        var identity = new ItemIdentity(
                "desk.test/7",
                3L,
                Instant.parse("2026-11-17T08:15:00Z"),
                ArticleStatus.USABLE,
                Instant.parse("2026-11-17T08:00:00Z"));

        assertThat(reader.identify(fixture())).isEqualTo(identity);
        assertThat(reader.read(fixture()).identity()).isEqualTo(identity);
    }

    @Test
    void withholdsAnEmbargoWithoutAnEnd() {
        assertThat(reader.identify(nitf("<docdata management-status='embargoed'/>"))
                        .status())
                .isEqualTo(ArticleStatus.WITHHELD);
    }

    @Test
    void readsAKillWithoutABody() {
        var kill = nitf("<docdata management-status='canceled'><doc-id id-string='7'/></docdata>");

        assertThat(reader.read(kill).identity().status()).isEqualTo(ArticleStatus.CANCELED);
    }

    @Test
    void refusesWhatNobodyCanFollow() {
        assertCode(nitf("<docdata management-status='maybe'/>"), "unknown-status");
        assertCode(nitf("<docdata><date.release norm='soon'/></docdata>"), "unreadable-embargo");
        assertCode(nitf("<title>Empty</title>"), "not-an-article");
        assertCode(xml("<rss version='2.0'/>"), "not-nitf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE nitf [<!ENTITY a \"b\">]>",
                "<!DOCTYPE nitf SYSTEM \"x.dtd\" [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE html SYSTEM \"x.dtd\">",
                "<!DOCTYPE nitf2 SYSTEM \"x.dtd\">",
                "<!DOCTYPE nitf SYSTEM \"x.dtd>"
            })
    void refusesADocumentTypeThatSaysMoreThanItsName(String doctype) {
        assertThatThrownBy(() -> reader.read(xml(doctype + "<nitf><body/></nitf>")))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isIn("xml-doctype", "unreadable-xml"));
    }

    @Test
    void passesOverTheDocumentTypeInEveryCharset() {
        String text = "<!DOCTYPE nitf PUBLIC \"-//IPTC//DTD NITF 3.2//EN\" 'nitf.dtd'>\n<nitf><body><body.content>"
                + "<p>Füßli</p></body.content></body></nitf>";
        for (String charset : new String[] {"UTF-8", "ISO-8859-1", "UTF-16"}) {
            String declared = "<?xml version='1.0' encoding='" + charset + "'?>" + text;
            var document = new PushedDocument(
                    declared.getBytes(Charset.forName(charset)), MediaType.parse("application/xml"), null, null);

            assertThat(reader.read(document).articles().getFirst().blocks())
                    .as(charset)
                    .containsExactly(TextBlock.paragraph("Füßli"));
        }
    }

    private void assertCode(PushedDocument document, String code) {
        assertThatThrownBy(() -> reader.read(document))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }

    private SourceArticle article() {
        return reader.read(fixture()).articles().getFirst();
    }

    private static PushedDocument nitf(String head) {
        return xml("<nitf><head>" + head + "</head><body/></nitf>");
    }

    private static PushedDocument xml(String text) {
        return new PushedDocument(
                text.getBytes(StandardCharsets.UTF_8), MediaType.parse("application/x-nitf+xml"), null, null);
    }

    private static PushedDocument fixture() {
        try (InputStream stream = NitfReaderTest.class.getResourceAsStream("harbour.xml")) {
            assertThat(stream).isNotNull();
            return new PushedDocument(stream.readAllBytes(), MediaType.parse("application/x-nitf+xml"), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
