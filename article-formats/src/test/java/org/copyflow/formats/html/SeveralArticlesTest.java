package org.copyflow.formats.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.TextBlock;
import org.junit.jupiter.api.Test;

class SeveralArticlesTest {

    private static final String THREE = Fixtures.text("three-articles.html");
    private static final String BLOG = Fixtures.text("blog-front.html");

    private final HtmlReader reader = new HtmlReader();

    @Test
    void givesEachCompleteArticleOfAPageWithItsOwnFacts() {
        List<SourceArticle> articles = read(THREE).articles();

        assertThat(articles)
                .extracting(SourceArticle::title)
                .containsExactly(
                        "Mill bridge closes for the summer",
                        "Library keeps its evening hours",
                        "Eels return to the lower marsh");
        assertThat(articles)
                .flatExtracting(SourceArticle::bylines)
                .extracting(Byline::name)
                .containsExactly("Petra Lunn", "Anton Vale", "Ruth Adebayo");
        assertThat(articles)
                .extracting(SourceArticle::publishedAt)
                .containsExactly(
                        new StatedTime("2026-05-04"), new StatedTime("2026-05-05"), new StatedTime("2026-05-06"));
        assertThat(articles)
                .extracting(SourceArticle::url)
                .containsExactly(
                        "https://marsh-weekly.example/2026/05/mill-bridge",
                        "https://marsh-weekly.example/2026/05/library-hours",
                        "https://marsh-weekly.example/2026/05/eel-count");
        assertThat(articles).allSatisfy(article -> {
            assertThat(article.publisher()).isEqualTo("The Marsh Weekly");
            assertThat(article.language()).isEqualTo("en-GB");
            assertThat(article.blocks()).hasSize(3);
        });
    }

    @Test
    void keepsTheTextsOfArticlesApart() {
        List<SourceArticle> articles = read(THREE).articles();

        assertThat(text(articles.getFirst()))
                .startsWith("The bridge at the old mill")
                .endsWith("from now on.");
        assertThat(text(articles.getLast())).startsWith("Volunteers").endsWith("may turn.");
    }

    @Test
    void identifiesThePageByItsOwnAddress() {
        assertThat(read(THREE).identity().uri()).isEqualTo("https://marsh-weekly.example/");
    }

    @Test
    void givesThePostsOfABlogsFrontPageThatAreMicrodataItems() {
        assertThat(read(BLOG).articles())
                .extracting(SourceArticle::title, SourceArticle::url, SourceArticle::publishedAt)
                .containsExactly(
                        tuple(
                                "New stones for the mill",
                                "https://tidemill.example/new-stones",
                                new StatedTime("2026-03-12")),
                        tuple("A gate that shuts", "https://tidemill.example/gate", new StatedTime("2026-02-27")));
    }

    @Test
    void takesPostsThatAreCutShortForTeasers() {
        String link = "<footer class=\"entry-footer\"><a href=\"https://tidemill.example/";

        assertIsOne(BLOG.replace(link, "<a href='https://tidemill.example/more'>Continue reading →</a>" + link));
        assertIsOne(BLOG.replace("moved in at once.", "moved in […]"));
    }

    @Test
    void takesAPageThatStatesThatItIsAnArticleForOne() {
        assertIsOne(THREE.replace("</head>", "<meta property='og:type' content='article'></head>"));
        assertIsOne(THREE.replace("The Marsh Weekly | Front page", "Mill bridge closes for the summer | Marsh Weekly"));
        assertIsOne(
                THREE.replace("https://marsh-weekly.example/\"", "https://marsh-weekly.example/2026/05/mill-bridge\""));
        assertIsOne(THREE.replace(
                "<h1>The Marsh Weekly</h1>", "<h1>Five things that the council decided on Monday night</h1>"));
    }

    @Test
    void leavesOutTheTeasersBesideAnArticle() {
        String page = THREE.replaceAll(
                "(?s)(<time datetime=\"2026-05-0[56]\">[^\n]*\n<p>[^\n]*</p>).*?</article>", "$1</article>");

        SourceArticle article = assertIsOne(page);

        assertThat(article.title()).isNotEqualTo("Library keeps its evening hours");
        assertThat(text(article)).contains("The bridge at the old mill");
    }

    @Test
    void takesCommentsForNoArticles() {
        String page = THREE.replace("<article>", "<div><article>")
                .replace("</article>", "</article></div>")
                .replace("<div><article><h2><a href=\"/2026/05/l", "<div class='comments'><article><h2><a href=\"/l")
                .replace("<div><article><h2><a href=\"/2026/05/e", "<div class='comments'><article><h2><a href=\"/e");

        assertThat(text(assertIsOne(page))).contains("The bridge at the old mill");
    }

    @Test
    void takesArticlesThatDoNotStandSideBySideForOne() {
        assertIsOne(THREE.replaceFirst("<article>", "<div><div><div><article>")
                .replaceFirst("</article>", "</article></div></div></div>"));
    }

    @Test
    void takesArticlesAmongMuchOtherTextForOne() {
        String prose = "<p>The marsh was drained twice, in the years of the great dike, and flooded again, as the monks"
                + " had said that it would be, by the sea that it had been taken from, and by the river.</p>";

        assertIsOne(THREE.replace("<main>", "<main><div>" + prose.repeat(6) + "</div>"));
    }

    @Test
    void takesALiveBlogForOne() {
        assertIsOne(THREE.replaceAll("<time [^>]*>[^<]*</time>", "<time>14:32</time>"));
        assertIsOne(THREE.replace("The Marsh Weekly | Front page", "Flood in the marsh: live updates"));
        assertIsOne(THREE.replace("<main>", "<main itemscope itemtype='https://schema.org/LiveBlogPosting'>"));
    }

    @Test
    void takesArticlesWithinAnArticleForOne() {
        assertIsOne(THREE.replace("<main>", "<main><article>").replace("</main>", "</article></main>"));
    }

    @Test
    void takesSectionsThatNobodyDatedOrLinkedForOne() {
        assertIsOne(THREE.replaceAll("<p class=\"byline\">[^<]*</p><time [^>]*>[^<]*</time>", "")
                .replaceAll("<h2><a [^>]*>([^<]*)</a>", "<h2>$1"));
    }

    @Test
    void explainsEachOfSeveralArticles() {
        var explained = reader.explain(document(THREE));

        assertThat(explained.readAs()).isEqualTo("web page of 3 articles");
        assertThat(explained.candidates())
                .filteredOn(candidate -> candidate.chosen())
                .hasSize(3);
    }

    private SourceArticle assertIsOne(String page) {
        List<SourceArticle> articles = read(page).articles();
        assertThat(page).isNotIn(THREE, BLOG);
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    private static String text(SourceArticle article) {
        return String.join("\n", article.blocks().stream().map(TextBlock::text).toList());
    }

    private SourceDocument read(String html) {
        return reader.read(document(html));
    }

    private static PushedDocument document(String html) {
        return new PushedDocument(
                html.getBytes(StandardCharsets.UTF_8), MediaType.parse("text/html; charset=utf-8"), null, null);
    }
}
