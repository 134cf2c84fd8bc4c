package org.copyflow.formats.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FeedReaderTest {

    private final FeedReader reader = new FeedReader();

    @Test
    void readsRssItemsWithTheirFullContent() {
        SourceArticle article = reader.read(fixture("rss20.xml")).articles().getFirst();

        assertThat(article.title()).isEqualTo("Bridge & road closed");
        assertThat(article.publisher()).isEqualTo("Test Courier");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.section()).isEqualTo("Traffic");
        assertThat(article.url()).isEqualTo("https://courier.test/bridge");
        assertThat(article.bylines()).containsExactly(new Byline("Ann Lee", "author"), new Byline("Bo Falk", "author"));
        assertThat(article.publishedAt()).isEqualTo(new StatedTime("2026-11-19T11:30:00+01:00"));
        assertThat(article.captions()).containsExactly(new Caption("The bridge.", "Bo Falk"));
        assertThat(article.blocks())
                .containsExactly(
                        TextBlock.heading("What is closed"),
                        TextBlock.paragraph("The bridge is closed."),
                        new TextBlock(Block.Type.LIST_ITEM, "Until May"));
    }

    @Test
    void readsADescriptionWhereThereIsNoContent() {
        SourceArticle article = reader.read(fixture("rss20.xml")).articles().get(1);

        assertThat(article.blocks()).containsExactly(TextBlock.paragraph("The pool opens."));
        assertThat(article.bylines()).containsExactly(new Byline("Cara Holm", "author"));
    }

    @Test
    void readsRss10() {
        List<SourceArticle> articles = reader.read(fixture("rss10.xml")).articles();

        assertThat(articles).extracting(SourceArticle::title).containsExactly("First", "Second");
        assertThat(articles.getFirst().publishedAt()).isEqualTo(new StatedTime("2026-11-19T08:00:00+08:00"));
        assertThat(articles.getFirst().language()).isEqualTo("zh");
        assertThat(articles.getFirst().bylines()).containsExactly(new Byline("Dee Ray", "author"));
    }

    @Test
    void readsRss091WithTheIdentityOfItsOnlyItem() {
        var document = fixture("rss091.xml");

        assertThat(reader.read(document).articles())
                .extracting(SourceArticle::title)
                .containsExactly("Alt, aber gut");
        assertThat(reader.identify(document).uri()).isEqualTo("https://ancient.test/gut");
    }

    @Test
    void readsAtomWithXhtmlAndText() {
        List<SourceArticle> articles = reader.read(fixture("atom.xml")).articles();

        SourceArticle first = articles.getFirst();
        assertThat(first.title()).isEqualTo("Harbour <i> seals");
        assertThat(first.blocks())
                .containsExactly(TextBlock.paragraph("Seals are back."), TextBlock.paragraph("They stay."));
        assertThat(first.bylines()).extracting(Byline::name).containsExactly("Eve Moss", "Finn Orr");
        assertThat(first.publishedAt()).isEqualTo(new StatedTime("2026-11-19T09:00:00+08:00"));
        assertThat(first.updatedAt()).isEqualTo(new StatedTime("2026-11-20T09:00:00+08:00"));
        assertThat(first.section()).isEqualTo("Nature");
        assertThat(first.language()).isEqualTo("en");
        assertThat(articles.get(1).blocks())
                .containsExactly(TextBlock.paragraph("One line."), TextBlock.paragraph("Another line."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss20.xml", "rss10.xml", "rss091.xml", "atom.xml"})
    void splitsIntoDocumentsThatReadAsTheSameArticles(String file) {
        List<SourceArticle> whole = reader.read(fixture(file)).articles();

        List<PushedDocument> items = reader.split(fixture(file));

        assertThat(items).hasSameSizeAs(whole);
        for (int i = 0; i < items.size(); i++) {
            SourceDocument item = reader.read(items.get(i));
            assertThat(item.articles()).containsExactly(whole.get(i));
            assertThat(item.identity()).isEqualTo(reader.identify(items.get(i)));
        }
    }

    @Test
    void givesEachSplitItemItsOwnIdentity() {
        assertThat(reader.split(fixture("rss20.xml")))
                .extracting(item -> reader.identify(item).uri())
                .containsExactly("courier-1", "https://courier.test/pool");
        assertThat(reader.identify(reader.split(fixture("atom.xml")).getFirst()))
                .isEqualTo(new ItemIdentity(
                        "tag:atom.test,2026:1",
                        null,
                        Instant.parse("2026-11-20T01:00:00Z"),
                        org.copyflow.events.article.ArticleStatus.USABLE,
                        null));
    }

    @Test
    void knowsAFeedOfSeveralByItsOwnAddress() {
        assertThat(reader.identify(fixture("atom.xml")).uri()).isEqualTo("tag:atom.test,2026:feed");
        assertThat(reader.identify(fixture("rss20.xml")).uri()).isEqualTo("https://courier.test/");
    }

    @Test
    void keepsMediaEnclosuresAndCategories() {
        var feed = document("""
                <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>C</title><copyright>C Ltd</copyright>
                <item><title>T</title><description>Ice&nbsp;&eacute;paisse.</description>
                <category>Weather</category><category domain="d">Ice</category>
                <enclosure url="https://c.test/a.mp3" type="audio/mpeg" length="9"/>
                <media:group><media:content url="https://c.test/p.jpg" medium="image" width="600"/>
                <media:description>Ice at the pier.</media:description><media:credit>Cara Holm</media:credit></media:group>
                </item></channel></rss>""");

        SourceArticle article = reader.read(feed).articles().getFirst();
        JsonNode rest = Objects.requireNonNull(article.extensions().get("feed"));

        assertThat(article.blocks()).containsExactly(TextBlock.paragraph("Ice épaisse."));
        assertThat(article.captions()).containsExactly(new Caption("Ice at the pier.", "Cara Holm"));
        assertThat(article.leadImage())
                .isEqualTo(new LeadImage("https://c.test/p.jpg", null, "Ice at the pier.", "Cara Holm", null, null));
        assertThat(rest.propertyNames()).containsExactly("category", "enclosure", "media:group");
        assertThat(rest.at("/category/1/#text").asString()).isEqualTo("Ice");
        assertThat(rest.at("/media:group/media:content/@width").asString()).isEqualTo("600");
    }

    @Test
    void passesOverTheDocumentTypeOfRss091() {
        var feed = document(
                "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://desk.test/rss.dtd'>"
                        + "<rss version='0.91'><channel><title>C</title><item><title>T</title></item></channel></rss>");

        assertThat(reader.read(feed).articles().getFirst().title()).isEqualTo("T");
    }

    @Test
    void readsAnAtomEntryThatStandsAlone() {
        var entry = document("""
                <entry xmlns="http://www.w3.org/2005/Atom"><title>Alone</title><id>urn:alone</id>
                <updated>2026-11-20T08:00:00Z</updated><content type="html">&lt;p&gt;Here.&lt;/p&gt;</content></entry>""");

        assertThat(reader.identify(entry).uri()).isEqualTo("urn:alone");
        assertThat(reader.read(entry).articles().getFirst().blocks()).containsExactly(TextBlock.paragraph("Here."));
    }

    @Test
    void leavesALongDescriptionOfTheFeedOutOfItsParts() {
        String feed = "<rss version=\"2.0\"><channel><title>T</title><link>http://t.test/</link><description>"
                + "x".repeat(100_000) + "</description>"
                + "<item><title>i</title><guid>g</guid></item>".repeat(20) + "</channel></rss>";

        assertThat(reader.split(document(feed)))
                .hasSize(20)
                .allSatisfy(item -> assertThat(item.content()).hasSizeLessThan(1_000));
    }

    @Test
    void refusesMoreItemsThanTheLimit() {
        String feed =
                "<rss version=\"2.0\"><channel>" + "<item><title>i</title></item>".repeat(1_001) + "</channel></rss>";

        assertUnreadable(feed, "too-many-items", "1001");
    }

    @Test
    void refusesAFeedWithoutItems() {
        assertUnreadable(
                "<rss version=\"2.0\"><channel><title>Empty Desk</title><link>http://t.test/</link>"
                        + "<description>d</description></channel></rss>",
                "empty-feed",
                "Empty Desk");
    }

    @Test
    void refusesXmlThatIsNoFeed() {
        assertUnreadable("<recipe><step/></recipe>", "unreadable-feed", "recipe");
    }

    private void assertUnreadable(String xml, String code, String says) {
        assertThatThrownBy(() -> reader.read(document(xml)))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(says);
    }

    private static PushedDocument document(String xml) {
        return new PushedDocument(
                xml.getBytes(StandardCharsets.UTF_8), MediaType.parse("application/rss+xml"), null, null);
    }

    private static PushedDocument fixture(String name) {
        try (InputStream stream = FeedReaderTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new PushedDocument(stream.readAllBytes(), MediaType.parse("application/rss+xml"), null, null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
