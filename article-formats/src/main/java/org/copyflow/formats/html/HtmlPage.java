package org.copyflow.formats.html;

import java.util.List;
import org.copyflow.events.article.Byline;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.html.facts.PageFacts;
import org.copyflow.formats.html.features.PageClues;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.stated.Fact;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// A web page, parsed and looked through once: what the choice of the body starts from.
///
/// @param tree jsoup's tree, without what scripts and style sheets say
/// @param outline its text blocks
/// @param facts what it states of its article
public record HtmlPage(Document tree, PageOutline outline, PageFacts facts) {

    /// @throws org.copyflow.formats.UnreadableDocumentException where it is beyond the limits
    public static HtmlPage of(PushedDocument document) {
        String url = document.url();
        byte[] bytes = HtmlText.utf8(document);
        var raw = new RawTexts(bytes);
        Document tree = HtmlTree.ofPage(new Utf8Reader(bytes, raw.needless()), url == null ? "" : url);
        PageOutline outline = PageOutline.of(tree.body());
        return new HtmlPage(tree, outline, PageFacts.of(tree, outline, raw::scripts, url));
    }

    /// What the facts tell the choice of the body.
    public PageClues clues() {
        Fact<List<Byline>> bylines = facts.bylines();
        return new PageClues(
                textOf(facts.title()),
                textOf(facts.description()),
                textOf(facts.articleBody()),
                bylines == null
                        ? List.of()
                        : bylines.value().stream()
                                .filter(byline -> byline.role().equals(Byline.AUTHOR))
                                .map(Byline::name)
                                .toList());
    }

    private static String textOf(@Nullable Fact<String> fact) {
        return fact == null ? "" : fact.value();
    }
}
