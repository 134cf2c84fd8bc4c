package org.copyflow.formats.html;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.html.facts.PageFacts;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.several.CompleteArticles;
import org.copyflow.formats.html.several.PagePart;
import org.copyflow.formats.html.stated.Fact;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Makes a page of each complete article that stands on a page with others, so that it is read as any page is. What
/// the page states of the site holds for each.
final class PageParts {

    private PageParts() {}

    /// Empty where the page is one article, or none; a page that states that it is an article is one.
    ///
    /// @param url where the page came from
    static List<HtmlPage> of(HtmlPage page, @Nullable String url) {
        PageFacts facts = page.facts();
        if (facts.statedArticle()) {
            return List.of();
        }
        String address = facts.url() == null ? url : facts.url().value();
        String title = page.tree().title();
        var pages = new ArrayList<HtmlPage>();
        for (PagePart part : CompleteArticles.of(page.outline(), title, address)) {
            HtmlPage own = page(part, page, address);
            boolean standsAlone = part.typed()
                    || part.url() != null
                    || own.facts().publishedAt() != null
                    || own.facts().bylines() != null;
            if (!standsAlone) {
                return List.of();
            }
            pages.add(own);
        }
        return pages;
    }

    private static HtmlPage page(PagePart part, HtmlPage page, @Nullable String url) {
        Document tree = Document.createShell(page.tree().baseUri());
        tree.title(part.title().value());
        Fact<String> language = page.facts().language();
        if (language != null && tree.head().parent() != null) {
            tree.head().parent().attr("lang", language.value());
        }
        tree.body().appendChild(part.element().clone());
        PageOutline outline = PageOutline.of(tree.body());
        Fact<String> address = part.url();
        PageFacts own = PageFacts.of(tree, outline, List::of, address == null ? url : address.value());
        return new HtmlPage(tree, outline, own.onPage(page.facts(), part.title(), address));
    }
}
