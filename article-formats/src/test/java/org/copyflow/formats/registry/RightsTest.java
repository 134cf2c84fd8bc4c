package org.copyflow.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Rights;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each format states of an article's rights, in the structures of its standard.
class RightsTest {

    private static final String PLUS = "http://ns.useplus.org/ldf/vocab/";
    private static final String PARAGRAPHS = "<p>" + "The ferry runs again since the ice has gone. ".repeat(6)
            + "</p><p>" + "It takes cars and people over the sound, said the harbour master. ".repeat(5) + "</p>";

    @Test
    void readsNinjsInWordsAndByItsRightsExpression() {
        Rights rights = rights("application/vnd.iptc.ninjs+json", """
                {"uri":"urn:x","headline":"T","bodies":[{"value":"Text."}],"copyrightHolder":"Desk Ltd",
                 "copyrightNotice":"© Desk Ltd","usageTerms":"Not in print.",
                 "rightsInfo":{"langId":"http://www.w3.org/ns/odrl/2/",
                   "encodedRights":"{\\"prohibition\\":[{\\"action\\":\\"tdm:mine\\"}]}"}}""");

        assertThat(rights)
                .isEqualTo(
                        new Rights("Desk Ltd", "© Desk Ltd", "Not in print.", null, null, DataMining.PROHIBITED, null));
    }

    @Test
    void readsTheTermOfPlusInANinjsExpression() {
        Rights rights = rights("application/vnd.iptc.ninjs+json", """
                {"uri":"urn:x","headline":"T","body_text":"Text.","rightsinfo":{"langid":"http://ns.useplus.org/ldf/",
                 "encodedrights":"<DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-GENAIMLTRAINING</DataMining>"}}""");

        assertThat(rights.dataMining()).isEqualTo(DataMining.PROHIBITED_GENERATIVE_TRAINING);
        assertThat(rights.dataMiningTerm()).isEqualTo(PLUS + "DMI-PROHIBITED-GENAIMLTRAINING");
    }

    @Test
    void pointsToTheLinkedRightsOfNinjs() {
        Rights rights = rights("application/vnd.iptc.ninjs+json", """
                {"uri":"urn:x","headline":"T","body_text":"Text.","rightsinfo":{"linkedrights":"https://desk.test/rights"},
                 "associations":[{"rightsinfo":{"encodedrights":"DMI-PROHIBITED"}}]}""");

        assertThat(rights.policy()).isEqualTo("https://desk.test/rights");
        assertThat(rights.dataMining())
                .as("that of a picture is not the text's")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DMI-ALLOWED, ALLOWED",
        "DMI-PROHIBITED, PROHIBITED",
        "DMI-PROHIBITED-AIMLTRAINING, PROHIBITED_TRAINING",
        "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING, PROHIBITED_EXCEPT_SEARCH",
        "DMI-PROHIBITED-SEECONSTRAINT, PROHIBITED_EXCEPT_TERMS",
        "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR, PROHIBITED_EXCEPT_TERMS",
        "DMI-PROHIBITED-OF-A-LATER-RELEASE, PROHIBITED"
    })
    void readsTheDataMiningOfNewsml(String term, DataMining mining) {
        Rights rights = newsml("<usageTerms>For research only.</usageTerms><dataMining uri=\"" + PLUS + term + "\"/>");

        assertThat(rights).isEqualTo(new Rights(null, null, "For research only.", null, null, mining, PLUS + term));
    }

    @Test
    void readsHolderNoticeAndLinkOfNewsml() {
        Rights rights = newsml("<copyrightHolder uri=\"https://desk.test\"><name>Desk Ltd</name></copyrightHolder>"
                + "<copyrightNotice href=\"https://desk.test/c\">© Desk Ltd</copyrightNotice>"
                + "<link href=\"https://desk.test/rights\"/>"
                + "<dataMining uri=\"" + PLUS + "DMI-UNSPECIFIED\"/>");

        assertThat(rights)
                .isEqualTo(new Rights("Desk Ltd", "© Desk Ltd", null, null, "https://desk.test/rights", null, null));
    }

    @Test
    void passesOverRightsOfParts() {
        SourceArticle article = article("application/vnd.iptc.g2.newsitem+xml", """
                <newsItem guid="urn:x"><rightsInfo idrefs="picture"><usageTerms>Not in print.</usageTerms></rightsInfo>
                <contentSet><inlineData contenttype="text/plain">Text.</inlineData></contentSet></newsItem>""");

        assertThat(article.rights()).isNull();
        assertThat(article.extensions().toString()).contains("Not in print.");
    }

    @Test
    void readsNitf() {
        Rights rights = rights("application/x-nitf+xml", """
                <nitf><head><docdata><doc.copyright year="2026" holder="Desk Ltd"/>
                <doc.rights owner="A. Lind" type="photo" limitations="Pictures: once."/>
                <doc.rights owner="Desk Ltd" limitations="Not in print."/></docdata></head>
                <body><body.content><p>Text.</p></body.content></body></nitf>""");

        assertThat(rights)
                .isEqualTo(new Rights("Desk Ltd", "© 2026 Desk Ltd", "Not in print.", null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta name='tdm-reservation' content='1'> | PROHIBITED |",
                "<meta name='tdm-reservation' content='0'> | ALLOWED |",
                "<meta name='tdm-reservation' content='1'><meta name='tdm-policy' content='/tdm.json'>"
                        + " | PROHIBITED_EXCEPT_TERMS | https://desk.test/tdm.json",
                "<meta name='tdm-policy' content='https://desk.test/tdm.json'> | |",
                "<meta name='robots' content='noarchive,noai,max-snippet:-1'> | PROHIBITED_TRAINING |",
                "<meta name='robots' content='noai'><meta name='tdm-reservation' content='1'> | PROHIBITED |",
                "<meta name='robots' content='noimageai, nofollow'> | |"
            })
    void readsWhatPagesSayOfMining(String head, DataMining mining, String policy) {
        Rights rights = article("text/html", page(head)).rights();

        assertThat(rights == null ? null : rights.dataMining()).isEqualTo(mining);
        assertThat(rights == null ? null : rights.policy()).isEqualTo(policy);
    }

    @Test
    void readsSchemaOrgInPagesAndAlone() {
        String data = """
                {"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferry runs",
                 "articleBody":"The ferry runs.","copyrightHolder":{"@id":"#desk"},"copyrightNotice":"© 2026 Desk Ltd",
                 "license":{"@type":"CreativeWork","url":"https://creativecommons.org/licenses/by/4.0/"},
                 "usageInfo":"https://desk.test/usage"},{"@id":"#desk","@type":"Organization","name":"Desk Ltd"}]}""";
        var expected = new Rights(
                "Desk Ltd",
                "© 2026 Desk Ltd",
                null,
                "https://creativecommons.org/licenses/by/4.0/",
                "https://desk.test/usage",
                null,
                null);

        assertThat(rights("application/ld+json", data.replace("{\"@context\"", " {\"@context\"")))
                .isEqualTo(expected);
        assertThat(rights("text/html", page("<script type='application/ld+json'>" + data + "</script>")))
                .isEqualTo(expected);
    }

    @Test
    void readsNoticeAndLicenceOfAPagesHead() {
        SourceArticle article = article(
                "text/html",
                page("<meta name='copyright' content='&copy; Desk Ltd'>"
                        + "<link rel='license' href='//creativecommons.org/licenses/by-sa/3.0/'>"));

        assertThat(article.rights())
                .isEqualTo(new Rights(
                        null, "© Desk Ltd", null, "https://creativecommons.org/licenses/by-sa/3.0/", null, null, null));
        assertThat(article.evidence()).containsEntry("rights", "copyright, link:license");
    }

    @Test
    void readsTheRightsOfFeedsAndTheirEntries() {
        Rights rss = rights("application/rss+xml", """
                <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>C</title>
                <copyright>C Ltd</copyright><item><title>T</title><description>Text.</description>
                <media:license type="text/html" href="https://creativecommons.org/licenses/by/3.0/">CC BY</media:license>
                </item></channel></rss>""");
        Rights creative = rights("application/rss+xml", """
                <rss version="2.0" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"><channel>
                <title>C</title><copyright>C Ltd</copyright><item><title>T</title><description>Text.</description>
                <creativeCommons:license>https://creativecommons.org/licenses/by-nd/4.0/</creativeCommons:license>
                </item></channel></rss>""");
        Rights atom = rights("application/atom+xml", """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><id>urn:c</id><rights>C Ltd</rights>
                <entry><title>T</title><id>urn:t</id><rights>© Ana Lind</rights><content>Text.</content>
                <link rel="license" href="https://creativecommons.org/licenses/by/4.0/"/></entry></feed>""");

        assertThat(rss)
                .isEqualTo(new Rights(
                        null, "C Ltd", null, "https://creativecommons.org/licenses/by/3.0/", null, null, null));
        assertThat(creative.licence()).isEqualTo("https://creativecommons.org/licenses/by-nd/4.0/");
        assertThat(atom)
                .isEqualTo(new Rights(
                        null, "© Ana Lind", null, "https://creativecommons.org/licenses/by/4.0/", null, null, null));
    }

    @Test
    void readsFrontMatter() {
        Rights rights =
                rights("text/markdown", "---\ntitle: T\ncopyright: Desk Ltd\nlicense: CC-BY-4.0\n---\nText here.\n");

        assertThat(rights).isEqualTo(new Rights(null, "Desk Ltd", null, "CC-BY-4.0", null, null, null));
    }

    private static Rights newsml(String rightsInfo) {
        return rights(
                "application/vnd.iptc.g2.newsitem+xml",
                "<newsItem guid=\"urn:x\"><rightsInfo>" + rightsInfo
                        + "</rightsInfo><contentSet><inlineData contenttype=\"text/plain\">Text.</inlineData></contentSet></newsItem>");
    }

    private static String page(String head) {
        return "<html><head><title>Ferry runs</title>" + head + "</head><body><article><h1>Ferry runs</h1>" + PARAGRAPHS
                + "</article></body></html>";
    }

    private static Rights rights(String type, String content) {
        return Objects.requireNonNull(article(type, content).rights(), "states no rights");
    }

    private static SourceArticle article(String type, String content) {
        var document = new PushedDocument(
                content.getBytes(StandardCharsets.UTF_8), MediaType.parse(type), "https://desk.test/ferry", null);
        return KnownFormats.readers()
                .of(document.mediaType())
                .read(document)
                .articles()
                .getFirst();
    }
}
