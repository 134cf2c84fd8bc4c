package org.copyflow.formats.html;

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
import org.copyflow.formats.html.body.BodyFinder;
import org.copyflow.formats.html.body.TextBlocks;
import org.copyflow.formats.html.facts.Captions;
import org.copyflow.formats.html.facts.Notes;
import org.copyflow.formats.html.facts.PageFacts;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.pictures.LeadImages;
import org.copyflow.formats.html.stated.Canonical;
import org.copyflow.formats.html.stated.Fact;
import org.jspecify.annotations.Nullable;

/// Reads an article out of a web page. Never fetches or executes anything. Thread-safe.
public final class HtmlReader implements FormatReader {

    private static final int MAX_IDENTITY_CHARS = 100_000;
    private static final int MIN_STATED_BODY_CHARS = 400;
    private static final int MAX_BYLINE_WORDS = 10;

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
        return identity(document, Canonical.url(HtmlTree.ofFragment(html.substring(0, end))));
    }

    private static ItemIdentity identity(PushedDocument document, @Nullable Fact<String> canonical) {
        return ItemIdentity.ofUri(canonical == null ? document.url() : canonical.value());
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        HtmlPage page = HtmlPage.of(document);
        var article = SourceArticle.builder();
        List<PageBlock> text = body(page, article);
        article.leadImage(noted(article, "leadImage", leadImage(page, text)));
        state(article, page.facts(), document);
        return new SourceDocument(identity(document, page.facts().url()), List.of(article.build()));
    }

    /// What the models choose, else the stated body, else the prose of the box that holds most of it.
    private static List<PageBlock> body(HtmlPage page, SourceArticle.Builder article) {
        List<PageBlock> all = page.outline().blocks();
        List<PageBlock> found = BodyFinder.known().find(page.outline(), page.clues());
        Fact<String> stated = page.facts().articleBody();
        int chars = found.stream().mapToInt(block -> block.text().length()).sum();
        article.evidence("text candidates", candidates(found.size(), all.size(), chars, stated));
        if (stated != null
                && stated.value().length() > MIN_STATED_BODY_CHARS
                && chars < stated.value().length() / 4) {
            article.block(TextBlock.paragraph(stated.value())).evidence("text", stated.signal());
            return List.of();
        }
        if (found.isEmpty()) {
            found = BodyFinder.known().prose(page.outline());
            article.evidence("text", "densest box");
        } else {
            article.evidence("text", "block models");
        }
        String reason = NotAnArticle.reason(page, found);
        if (reason != null) {
            throw new UnreadableDocumentException(
                    "not-an-article",
                    reason + " (" + all.size()
                            + " stretches of text were looked at); push a page that holds an article.");
        }
        List<PageBlock> notes = Notes.of(all, found);
        List<String> people = page.clues().authors();
        List<PageBlock> text = found.stream()
                .filter(block -> !notes.contains(block) && !Captions.isAfterPicture(block) && !isByline(block, people))
                .toList();
        article.blocks(TextBlocks.of(text.isEmpty() ? found : text));
        Captions.of(all, text).forEach(article::caption);
        notes.forEach(note -> article.note(Notes.note(note)));
        return text;
    }

    private static @Nullable Fact<LeadImage> leadImage(HtmlPage page, List<PageBlock> text) {
        Fact<String> url = page.facts().url();
        String base = page.tree().baseUri();
        String start = base.isEmpty() && url != null ? url.value() : base;
        return new LeadImages(page.outline(), start).find(page.facts().pictures(), text);
    }

    private static String candidates(int chosen, int blocks, int chars, @Nullable Fact<String> stated) {
        String models = "block models: " + chosen + " of " + blocks + " blocks, " + chars + " characters";
        return stated == null
                ? models
                : models + "; " + stated.signal() + ": " + stated.value().length() + " characters";
    }

    /// Whether a line says next to nothing but who wrote the article.
    private static boolean isByline(PageBlock block, List<String> people) {
        if (block.words() > MAX_BYLINE_WORDS
                || block.sentenceEnds() > 0
                || block.text().indexOf(':') >= 0) {
            return false;
        }
        boolean led =
                (block.startCues() & Cue.BYLINE.bit()) != 0 || block.text().startsWith("From ");
        return led ? people.stream().anyMatch(block.text()::contains) : people.contains(block.text());
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
