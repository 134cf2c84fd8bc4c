package org.copyflow.formats.html.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.copyflow.events.article.LeadImage;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.html.HtmlReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadImagesTest {

    private static final String TEXT = "<p>The council voted on Monday to rebuild the old lighthouse, which has stood"
            + " empty since a fire nine years ago, and to open it to visitors next summer.</p>"
            + "<p>“We have waited long enough,” said the mayor, who had promised a new roof in her first speech.</p>";

    @Test
    void takesTheGraphsPictureWithItsSizeAndAlternative() {
        SourceArticle article = read("""
                <meta property="og:image" content="https://img.coast.example/light.jpg?w=1200&amp;h=630">
                <meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">
                <meta property="og:image:alt" content="The lighthouse at dusk">
                <meta name="twitter:image" content="https://img.coast.example/other.jpg">""", "");

        assertThat(article.leadImage())
                .isEqualTo(new LeadImage(
                        "https://img.coast.example/light.jpg?w=1200&h=630",
                        "The lighthouse at dusk",
                        null,
                        null,
                        1200,
                        630));
        assertThat(article.evidence()).containsEntry("leadImage", "og:image");
    }

    @Test
    void addsWhatTheFigureOfTheSamePictureSays() {
        SourceArticle article = read(
                "<meta property='og:image' content='https://img.coast.example/lighthouse-1200x630.jpg'>",
                "<figure><img src='/pictures/lighthouse-640x360.jpg' alt='A tower' width='640'>"
                        + "<figcaption>The tower after the fire. Photo: Ana Lind</figcaption></figure>");

        assertThat(article.leadImage())
                .isEqualTo(new LeadImage(
                        "https://img.coast.example/lighthouse-1200x630.jpg",
                        "A tower",
                        "The tower after the fire.",
                        "Ana Lind",
                        null,
                        null));
    }

    @Test
    void readsTheCaptionCreditAndSizeOfLinkedData() {
        SourceArticle article = read("""
                <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Light returns",
                 "image": [{"@type": "ImageObject", "url": "/light.jpg", "caption": "The tower.",
                  "creditText": "Ana Lind", "width": "1600px", "height": {"@type": "QuantitativeValue", "value": 900}}]}
                </script>""", "");

        assertThat(article.leadImage())
                .isEqualTo(new LeadImage("https://coast.example/light.jpg", null, "The tower.", "Ana Lind", 1600, 900));
        assertThat(article.evidence()).containsEntry("leadImage", "json-ld image");
    }

    @Test
    void passesOverTheSitesEmblem() {
        SourceArticle article = read("""
                <meta property="og:image" content="https://coast.example/static/logo-default.png">
                <meta name="twitter:image" content="https://coast.example/light.jpg">""", "");

        assertThat(url(article)).isEqualTo("https://coast.example/light.jpg");
        assertThat(article.evidence()).containsEntry("leadImage", "twitter:image");
    }

    @Test
    void takesTheFirstPictureOfTheBodyWhereNoneIsStated() {
        SourceArticle article = read(
                "",
                "<img src='dot.gif' width='1' height='1'><figure>"
                        + "<img src='data:image/gif;base64,R0lGOD' data-src='../light.jpg' alt='A tower'></figure>");

        assertThat(url(article)).isEqualTo("https://coast.example/light.jpg");
        assertThat(article.evidence()).containsEntry("leadImage", "figure");
    }

    @Test
    void takesNoPictureOfRelatedArticles() {
        SourceArticle article = read("", "", "<div class='related-stories'><figure><img src='x.jpg'></figure></div>");

        assertThat(article.leadImage()).isNull();
        assertThat(article.evidence()).doesNotContainKey("leadImage");
    }

    @Test
    void takesOnlyWebAddresses() {
        for (String address : new String[] {
            "data:image/png;base64,AAAA",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://",
            "ftp://a.example/b.jpg"
        }) {
            assertThat(read("<meta property='og:image' content='" + address + "'>", "")
                            .leadImage())
                    .as(address)
                    .isNull();
        }
    }

    @Test
    void resolvesAgainstTheBaseThatThePageStates() {
        SourceArticle article =
                read("<base href='https://cdn.example/2026/'><link rel='image_src' href='light tower.jpg'>", "");

        assertThat(url(article)).isEqualTo("https://cdn.example/2026/light%20tower.jpg");
    }

    @Test
    void readsMicrodata() {
        SourceArticle article = read(
                "",
                "<div itemprop='image' itemscope itemtype='https://schema.org/ImageObject'>"
                        + "<meta itemprop='url' content='https://coast.example/light.jpg'>"
                        + "<meta itemprop='width' content='800'></div>");

        assertThat(article.leadImage())
                .isEqualTo(new LeadImage("https://coast.example/light.jpg", null, null, null, 800, null));
        assertThat(article.evidence()).containsEntry("leadImage", "itemprop image");
    }

    private static @Nullable String url(SourceArticle article) {
        return article.leadImage() == null ? null : article.leadImage().url();
    }

    private static SourceArticle read(String head, String lead) {
        return read(head, lead, "");
    }

    private static SourceArticle read(String head, String lead, String tail) {
        String page = "<html><head><title>Light returns</title>" + head + "</head><body><article><h1>Light returns</h1>"
                + lead + TEXT + "</article>" + tail + "</body></html>";
        var document = new PushedDocument(
                page.getBytes(StandardCharsets.UTF_8),
                MediaType.parse("text/html; charset=utf-8"),
                "https://coast.example/news/light-returns",
                null);
        return new HtmlReader().read(document).articles().getFirst();
    }
}
