package org.copyflow.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.LeadImage;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.formats.html.body.TextBlocks;
import org.copyflow.formats.html.facts.Captions;
import org.copyflow.formats.html.facts.Notes;
import org.copyflow.formats.html.facts.PageFacts;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.pictures.LeadImages;
import org.copyflow.formats.html.stated.Canonical;
import org.copyflow.formats.html.stated.Fact;
import org.jspecify.annotations.Nullable;

/// Reads the article out of a web page, or each of several complete ones. Never fetches or executes anything.
/// Thread-safe.
public final class HtmlReader implements FormatReader {

    private static final int MAX_IDENTITY_CHARS = 100_000;

    @Override
    public String name() {
        return "HTML";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/html", "application/xhtml+xml");
    }

    /// The canonical URL or `og:url` in the page's head, else the URL that the caller named.
    @Override
    public ItemIdentity identify(PushedDocument document) {
        String html = HtmlText.of(document);
        int head = html.indexOf("<body");
        int end = Math.min(head < 0 ? html.length() : head, MAX_IDENTITY_CHARS);
        return identity(document, Canonical.url(HtmlTree.ofHead(html.substring(0, end))));
    }

    private static ItemIdentity identity(PushedDocument document, @Nullable Fact<String> canonical) {
        return ItemIdentity.ofUri(canonical == null ? document.url() : canonical.value());
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        HtmlPage page = HtmlPage.of(document);
        List<SourceArticle> several = several(page, document);
        ItemIdentity identity = identity(document, page.facts().url());
        return new SourceDocument(identity, several.isEmpty() ? List.of(only(page, document)) : several);
    }

    /// Empty unless the page holds several complete articles.
    private static List<SourceArticle> several(HtmlPage page, PushedDocument document) {
        var articles = new ArrayList<SourceArticle>();
        for (HtmlPage part : PageParts.of(page, document.url())) {
            ArticleBody body = ArticleBody.of(part);
            if (NotAnArticle.reason(part, body) != null) {
                return List.of();
            }
            articles.add(article(part, body, document));
        }
        return articles;
    }

    private static SourceArticle only(HtmlPage page, PushedDocument document) {
        ArticleBody body = ArticleBody.of(page);
        String reason = NotAnArticle.reason(page, body);
        if (reason != null) {
            throw new UnreadableDocumentException(
                    "not-an-article",
                    reason + " (" + page.outline().blocks().size()
                            + " stretches of text were looked at); push a page that holds an article.");
        }
        return article(page, body, document);
    }

    private static SourceArticle article(HtmlPage page, ArticleBody body, PushedDocument document) {
        var article = SourceArticle.builder();
        fill(article, page, body);
        article.leadImage(noted(article, "leadImage", leadImage(page, body.text())));
        state(article, page.facts(), document);
        return article.build();
    }

    @Override
    public Explanation explain(PushedDocument document) {
        HtmlPage page = HtmlPage.of(document);
        return several(page, document).isEmpty()
                ? PageExplanation.of(page)
                : PageExplanation.ofSeveral(PageParts.of(page, document.url()));
    }

    private static void fill(SourceArticle.Builder article, HtmlPage page, ArticleBody body) {
        article.evidence("text", body.signal()).evidence("text candidates", candidates(page, body));
        if (body.stated() != null) {
            article.block(TextBlock.paragraph(body.stated()));
            return;
        }
        article.blocks(TextBlocks.of(body.text()));
        Captions.of(page.outline().blocks(), body.text()).forEach(article::caption);
        body.notes().forEach(note -> article.note(Notes.note(note)));
    }

    private static @Nullable Fact<LeadImage> leadImage(HtmlPage page, List<PageBlock> text) {
        Fact<String> url = page.facts().url();
        String base = page.tree().baseUri();
        String start = base.isEmpty() && url != null ? url.value() : base;
        return new LeadImages(page.outline(), start).find(page.facts().pictures(), text);
    }

    private static String candidates(HtmlPage page, ArticleBody body) {
        Fact<String> stated = page.facts().articleBody();
        String models = "block models: " + body.chosen().size() + " of "
                + page.outline().blocks().size() + " blocks, " + ArticleBody.chars(body.chosen()) + " characters";
        return stated == null
                ? models
                : models + "; " + stated.signal() + ": " + stated.value().length() + " characters";
    }

    private static void state(SourceArticle.Builder article, PageFacts facts, PushedDocument document) {
        article.title(noted(article, "title", facts.title()));
        List<Byline> bylines = noted(article, "bylines", facts.bylines());
        if (bylines != null) {
            bylines.forEach(article::byline);
        }
        article.publishedAt(noted(article, "publishedAt", facts.publishedAt()));
        article.updatedAt(noted(article, "updatedAt", facts.updatedAt()));
        article.section(noted(article, "section", facts.section()));
        article.publisher(noted(article, "publisher", facts.publisher()));
        article.rights(noted(article, "rights", facts.rights()));
        String language = noted(article, "language", facts.language());
        article.language(document.language() != null ? document.language() : language);
        String url = noted(article, "url", facts.url());
        article.url(url != null ? url : document.url());
    }

    private static <T> @Nullable T noted(SourceArticle.Builder article, String field, @Nullable Fact<T> fact) {
        if (fact == null) {
            return null;
        }
        article.evidence(field, fact.signal());
        return fact.value();
    }
}
