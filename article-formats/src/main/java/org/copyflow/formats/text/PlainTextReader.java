package org.copyflow.formats.text;

import java.util.List;
import java.util.Set;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.charset.TextDecoder;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.formats.markdown.MarkdownLines;
import org.copyflow.formats.newspaper.LinesExplained;
import org.copyflow.formats.newspaper.NewspaperPage;
import org.copyflow.formats.newsroom.Prose;

/// Reads text without tags. What it is, its content says: a newspaper page with headings, what a scraper left of a web
/// page, or clean text. Clean text comes through as it is, character for character.
public final class PlainTextReader implements FormatReader {

    @Override
    public String name() {
        return "plain text";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/plain");
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        return identity(document, articles(document));
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        List<SourceArticle> articles = articles(document);
        if (articles.isEmpty()) {
            throw new UnreadableDocumentException(
                    "no-text",
                    "The text holds no sentence of an article, only menus and the like or nothing;"
                            + " push the article's text.");
        }
        List<SourceArticle> told = articles.stream()
                .map(article -> article.orAsTold(document.url(), document.language()))
                .toList();
        return new SourceDocument(identity(document, articles), told);
    }

    @Override
    public Explanation explain(PushedDocument document) {
        List<String> lines = TextDecoder.decode(document).lines().toList();
        return LinesExplained.of(readAs(lines), lines, articles(document));
    }

    private static String readAs(List<String> lines) {
        List<String> raw =
                lines.stream().map(Prose::trim).filter(line -> !line.isEmpty()).toList();
        if (TextKind.isMarkdown(raw)) {
            return "newspaper page in Markdown";
        }
        return switch (TextKind.of(TextLines.of(raw))) {
            case PAGE -> "newspaper page";
            case SCRAPED -> "scraped web page";
            case CLEAN -> "clean text";
        };
    }

    private static ItemIdentity identity(PushedDocument document, List<SourceArticle> articles) {
        String stated = articles.size() == 1 ? articles.getFirst().url() : null;
        return ItemIdentity.ofUri(stated == null ? document.url() : stated);
    }

    private static List<SourceArticle> articles(PushedDocument document) {
        String text = TextDecoder.decode(document);
        List<String> raw =
                text.lines().map(Prose::trim).filter(line -> !line.isEmpty()).toList();
        if (raw.isEmpty()) {
            return List.of();
        }
        if (TextKind.isMarkdown(raw)) {
            return NewspaperPage.read(MarkdownLines.of(
                    String.join("\n", text.lines().map(Prose::trim).toList())));
        }
        List<TextLine> lines = TextLines.of(raw);
        return switch (TextKind.of(lines)) {
            case PAGE -> NewspaperPage.read(PlainPage.lines(lines));
            case SCRAPED -> {
                List<SourceArticle> found = ScrapedPage.read(lines);
                yield found.isEmpty() && TextKind.hasLoneText(lines) ? CleanText.read(text) : found;
            }
            case CLEAN -> CleanText.read(text);
        };
    }
}
