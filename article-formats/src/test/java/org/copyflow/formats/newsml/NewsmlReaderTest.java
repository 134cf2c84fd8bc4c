package org.copyflow.formats.newsml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Block;
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
import tools.jackson.databind.JsonNode;

class NewsmlReaderTest {

    private static final String MESSAGE = """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-11-17T08:00:00Z</sent></header><itemSet>
            <newsItem guid="urn:a" version="1"><itemMeta><pubStatus qcode="stat:usable"/></itemMeta>
            <contentSet><inlineData contenttype="text/plain">A.</inlineData></contentSet></newsItem>
            <packageItem guid="urn:p" version="1"/>
            <newsItem guid="urn:b" version="2"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
            </itemSet></newsMessage>""";

    private final NewsmlReader reader = new NewsmlReader();

    @Test
    void readsNitf() {
        SourceArticle article = reader.read(fixture("nitf.xml")).articles().getFirst();

        assertThat(article.title()).isEqualTo("Ice in the harbour");
        assertThat(article.bylineText()).isEqualTo("By Ann Lee, Test Desk");
        assertThat(article.bylines()).extracting(Byline::name).startsWith("Ann Lee");
        assertThat(article.publisher()).isEqualTo("Test Desk");
        assertThat(article.language()).isEqualTo("de");
        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-11-17T08:00:00+01:00"));
        assertThat(article.updatedAt()).isEqualTo(new StatedTime("2026-11-17T09:00:00+01:00"));
        assertThat(article.notes()).containsExactly(new Note(Note.Kind.EDITOR, "Second take."));
        assertThat(article.captions()).containsExactly(new Caption("Ice at the pier.", "Bo Falk"));
        assertThat(article.blocks())
                .containsExactly(
                        TextBlock.paragraph("Ice covers the harbour."),
                        TextBlock.heading("Seals"),
                        TextBlock.paragraph("They like it."),
                        new TextBlock(Block.Type.LIST_ITEM, "4 cm"));
    }

    @Test
    void readsSubjectsByQcodeAndAddress() {
        assertThat(reader.read(fixture("nitf.xml")).articles().getFirst().topics())
                .containsExactly(
                        new ArticleTopic("medtop:20000440", "wetlands", 1),
                        new ArticleTopic("medtop:20001128", "weather forecast", 1),
                        new ArticleTopic("mycat:9", "mycat:9", 1));
    }

    @Test
    void resolvesTheAliasesThatAnItemOrTheStandardDeclares() {
        var item = newsItem("""
                <catalog><scheme alias="mt" uri="http://cv.iptc.org/newscodes/mediatopic/"/>
                <scheme alias="ice" uri="http://desk.test/ice#"/></catalog>
                <itemMeta><itemClass qcode="ninat:text"/></itemMeta>
                <contentMeta><urgency>4</urgency><subject qcode="mt:20000440"/><subject qcode="ice:9"/><subject qcode="subj:17003000"/>
                <subject qcode="unknown:1"/><genre qcode="genre:Current"><name>Current</name></genre></contentMeta>
                <contentSet><inlineData contenttype="text/plain">Text.</inlineData></contentSet></newsItem>""");

        SourceArticle article = reader.read(item).articles().getFirst();

        assertThat(article.topics())
                .extracting(ArticleTopic::id)
                .containsExactly(
                        "medtop:20000440",
                        "http://desk.test/ice#9",
                        "http://cv.iptc.org/newscodes/subjectcode/17003000",
                        "unknown:1");
        assertThat(rest(article).at("/genre/@uri").asString()).isEqualTo("http://cv.iptc.org/newscodes/genre/Current");
        assertThat(rest(article).at("/genre/@qcode").asString()).isEqualTo("genre:Current");
    }

    @Test
    void keepsWhatAnArticleHasNoFieldFor() {
        var item = newsItem("""
                <rightsInfo><usageTerms>Not in print.</usageTerms></rightsInfo>
                <itemMeta><versionCreated>2026-11-17T08:00:00Z</versionCreated><service qcode="svc:uk"><name>UK</name></service></itemMeta>
                <contentMeta><headline>H</headline><slugline>ICE</slugline><keyword>ice</keyword><keyword>seal</keyword></contentMeta>
                <contentSet><inlineData contenttype="text/plain">Text.</inlineData>
                <remoteContent href="x.jpg" width="600"/></contentSet>
                <inlineRef idrefs="a"/></newsItem>""");

        JsonNode rest = rest(reader.read(item).articles().getFirst());

        assertThat(rest.propertyNames())
                .containsExactly("service", "slugline", "keyword", "remoteContent", "inlineRef");
        assertThat(rest.at("/keyword/1").asString()).isEqualTo("seal");
        assertThat(rest.at("/remoteContent/@width").asString()).isEqualTo("600");
    }

    @Test
    void readsTheDescriptionOfATextWithoutContent() {
        var item = newsItem(
                "<itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta>"
                        + "<contentMeta><description role=\"drol:summary\">One paragraph.</description></contentMeta></newsItem>");

        assertThat(reader.read(item).articles().getFirst().blocks())
                .containsExactly(TextBlock.paragraph("One paragraph."));
    }

    @Test
    void refusesResultsOfAMatchAsText() {
        assertUnreadable(
                newsItem(
                        "<contentSet><inlineXML contenttype=\"application/sportsml+xml\"><sports-content><team>Alba</team>"
                                + "</sports-content></inlineXML></contentSet></newsItem>"),
                "not-an-article",
                "urn:x");
    }

    @Test
    void saysWhatAPackageRefersTo() {
        assertUnreadable(
                document(
                        "<packageItem guid=\"p\"><contentMeta><headline>Top</headline></contentMeta><groupSet root=\"g\"><group id=\"g\">"
                                + "<itemRef residref=\"urn:a\"/><itemRef residref=\"urn:b\"/></group></groupSet></packageItem>"),
                "a-package",
                "'Top') refers to 2 items and holds none to read: urn:a, urn:b");
    }

    private static JsonNode rest(SourceArticle article) {
        return Objects.requireNonNull(article.extensions().get("newsml"));
    }

    @Test
    void identifiesAnItemAsItReadsIt() {
        var identity = new ItemIdentity(
                "urn:newsml:desk.test:7",
                3L,
                Instant.parse("2026-11-17T08:00:00Z"),
                ArticleStatus.WITHHELD,
                Instant.parse("2026-11-18T06:00:00Z"));

        assertThat(reader.identify(fixture("nitf.xml"))).isEqualTo(identity);
        assertThat(reader.read(fixture("nitf.xml")).identity()).isEqualTo(identity);
    }

    @Test
    void identifiesAnItemWithoutReadingItsContent() {
        var cut = newsItem("<itemMeta><versionCreated>2026-11-17T08:00:00Z</versionCreated></itemMeta><contentSet");

        assertThat(reader.identify(cut).uri()).isEqualTo("urn:x");
    }

    @Test
    void readsXhtml() {
        var item = newsItem("""
                <contentMeta><headline>Head</headline><by>Eve Moss und Finn Orr</by></contentMeta>
                <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
                <head><title>Head</title></head><body><h1>Head</h1><p>One &amp; two.</p><p>Three<br/>four.</p></body></html>
                </inlineXML></contentSet></newsItem>""");

        SourceArticle article = reader.read(item).articles().getFirst();

        assertThat(article.title()).isEqualTo("Head");
        assertThat(article.bylines()).extracting(Byline::name).containsExactly("Eve Moss", "Finn Orr");
        assertThat(article.blocks().getFirst()).isEqualTo(TextBlock.paragraph("One & two."));
        assertThat(article.blocks()).extracting(TextBlock::text).noneMatch("Head"::equals);
    }

    @Test
    void readsInlineText() {
        var item = newsItem("<contentMeta><headline>H</headline></contentMeta><contentSet>"
                + "<inlineData contenttype=\"text/plain\">One.\nTwo.</inlineData></contentSet></newsItem>");

        assertThat(reader.read(item).articles().getFirst().blocks())
                .containsExactly(TextBlock.paragraph("One."), TextBlock.paragraph("Two."));
    }

    @Test
    void readsAKillWithoutContent() {
        var kill = newsItem("<itemMeta><pubStatus qcode=\"stat:canceled\"/></itemMeta></newsItem>");

        assertThat(reader.read(kill).identity().status()).isEqualTo(ArticleStatus.CANCELED);
    }

    @Test
    void takesAnIconAsTheLeadImage() {
        PushedDocument item = newsItem(
                "<contentMeta><icon href=\"pier.jpg\"/><icon href=\"https://desk.test/pier.jpg\"/>"
                        + "</contentMeta><contentSet><inlineData contenttype=\"text/plain\">A.</inlineData></contentSet></newsItem>");

        assertThat(reader.read(item).articles().getFirst().leadImage())
                .isEqualTo(new LeadImage("https://desk.test/pier.jpg", null, null, null, null, null));
    }

    @Test
    void refusesAnItemWithoutText() {
        assertUnreadable(
                newsItem("<contentSet><remoteContent href=\"x.jpg\"/></contentSet></newsItem>"),
                "not-an-article",
                "urn:x");
    }

    @Test
    void refusesAnEmbargoItCannotRead() {
        assertUnreadable(
                newsItem("<itemMeta><embargoed>next week</embargoed></itemMeta></newsItem>"),
                "unreadable-embargo",
                "next week");
    }

    @Test
    void withholdsAnItemUnderAnEmbargoWithoutAnEnd() {
        assertThat(reader.identify(newsItem("<itemMeta><embargoed/></itemMeta></newsItem>")))
                .extracting(ItemIdentity::status, ItemIdentity::embargo)
                .containsExactly(ArticleStatus.WITHHELD, null);
    }

    @Test
    void refusesAStatusItDoesNotKnow() {
        assertUnreadable(
                newsItem("<itemMeta><pubStatus qcode=\"stat:maybe\"/></itemMeta></newsItem>"),
                "unknown-status",
                "maybe");
    }

    @Test
    void refusesOtherItemsByName() {
        assertUnreadable(document("<conceptItem guid=\"c\"/>"), "not-a-news-item", "conceptItem");
    }

    @Test
    void splitsAMessageIntoItsNewsItems() {
        var message = document(MESSAGE);

        List<PushedDocument> items = reader.split(message);

        assertThat(items).hasSize(3);
        assertThat(reader.identify(items.get(0)).uri()).isEqualTo("urn:a");
        assertThat(reader.identify(items.get(2)))
                .extracting(ItemIdentity::uri, ItemIdentity::status)
                .containsExactly("urn:b", ArticleStatus.CANCELED);
        assertThat(reader.read(items.getFirst()).articles().getFirst().blocks())
                .containsExactly(TextBlock.paragraph("A."));
    }

    @Test
    void givesThePackagesOfAMessageToo() {
        assertUnreadable(reader.split(document(MESSAGE)).get(1), "a-package", "urn:p");
    }

    @Test
    void handsTheSchemesOfAMessageToTheItemsThatUseThem() {
        PushedDocument message = document(MESSAGE.replace(
                        "<header>",
                        "<catalog><scheme alias=\"desk\" uri=\"http://desk.test/\"/>"
                                + "<scheme alias=\"unused\" uri=\"http://unused.test/\"/></catalog><header>")
                .replace("</itemMeta>\n", "</itemMeta><contentMeta><subject qcode=\"desk:ice\"/></contentMeta>\n"));

        PushedDocument item = reader.split(message).getFirst();

        assertThat(new String(item.content(), StandardCharsets.UTF_8)).doesNotContain("unused");
        assertThat(reader.read(item).articles().getFirst().topics())
                .extracting(ArticleTopic::id)
                .containsExactly("http://desk.test/ice");
    }

    @Test
    void readsAMessageOfOneItem() {
        var message = document(
                MESSAGE.substring(0, MESSAGE.indexOf("<newsItem guid=\"urn:b\"")) + "</itemSet></newsMessage>");

        assertThat(reader.identify(message).uri()).isEqualTo("urn:a");
        assertThat(reader.read(message).identity()).isEqualTo(reader.identify(message));
    }

    @Test
    void refusesToReadAMessageOfSeveralAsOne() {
        assertUnreadable(document(MESSAGE), "several-items", "2 newsItems");
    }

    private void assertUnreadable(PushedDocument document, String code, String says) {
        assertThatThrownBy(() -> reader.read(document))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(says);
    }

    private static PushedDocument newsItem(String content) {
        return document(
                "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x\" version=\"1\">" + content);
    }

    private static PushedDocument document(String xml) {
        return new PushedDocument(
                xml.getBytes(StandardCharsets.UTF_8),
                MediaType.parse("application/vnd.iptc.g2.newsitem+xml"),
                null,
                null);
    }

    private static PushedDocument fixture(String name) {
        try (InputStream stream = NewsmlReaderTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new PushedDocument(stream.readAllBytes(), MediaType.parse("application/xml"), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
