package org.copyflow.formats.html.several;

import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.stated.Fact;
import org.copyflow.formats.html.words.Names;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An element of a page that holds a complete article: a heading of its own, and its whole text.
///
/// @param title its heading
/// @param url where the heading links to, without the fragment; null where it does not
/// @param typed whether microdata say that it is an article
public record PagePart(
        Box box,
        Element element,
        Fact<String> title,
        @Nullable Fact<String> url,
        boolean typed) {

    private static final int MIN_PROSE_BLOCKS = 3;
    private static final int MIN_PROSE_WORDS = 80;
    private static final float MAX_LINK_SHARE = 0.4f;
    private static final int MAX_TITLE_CHARS = 300;
    private static final int MAX_MORE_CHARS = 300;
    /// Where something other than the page's own articles stands.
    private static final int ELSEWHERE =
            Hint.COMMENT.bit() | Hint.RELATED.bit() | Hint.FOOTER.bit() | Hint.OVERLAY.bit() | Hint.CONSENT.bit();

    /// Null where the box holds no complete article.
    ///
    /// @param page the address of the page; empty where it is not known
    static @Nullable PagePart of(Box box, PageOutline outline, String page) {
        Element element = box.element();
        if (element == null
                || (box.hintsAround() & ELSEWHERE) != 0
                || box.proseBlocks() < MIN_PROSE_BLOCKS
                || box.proseWords() < MIN_PROSE_WORDS
                || box.linkWords() > MAX_LINK_SHARE * box.words()) {
            return null;
        }
        Element heading = heading(box, outline);
        String title = heading == null ? "" : Names.clean(heading.text());
        if (heading == null || title.isEmpty() || title.length() > MAX_TITLE_CHARS) {
            return null;
        }
        String address = address(heading, page);
        if (isCut(box, outline) || hasMoreElsewhere(element, address, page)) {
            return null;
        }
        return new PagePart(
                box,
                element,
                new Fact<>(title, heading.normalName()),
                address.isEmpty() ? null : new Fact<>(address, heading.normalName() + " link"),
                ArticleBoxes.isTyped(element));
    }

    /// The first heading before the first prose; null where there is none.
    private static @Nullable Element heading(Box part, PageOutline outline) {
        for (PageBlock block : outline.blocks().subList(part.firstBlock(), part.lastBlock() + 1)) {
            for (Box box = block.box(); box != null && box != part; box = box.parent()) {
                if (box.kind().isHeading()) {
                    return box.element();
                }
            }
            if (block.isProse()) {
                return null;
            }
        }
        return null;
    }

    private static String address(Element heading, String page) {
        Element link = heading.selectFirst("a[href]");
        if (link == null) {
            link = heading.closest("a[href]");
        }
        return link == null ? "" : Addresses.absolute(link, page);
    }

    /// Whether its last prose breaks off.
    private static boolean isCut(Box part, PageOutline outline) {
        for (int i = part.lastBlock(); i >= part.firstBlock(); i--) {
            PageBlock block = outline.blocks().get(i);
            if (block.isProse()) {
                String text = block.text();
                return text.endsWith("…")
                        || text.endsWith("...")
                        || text.endsWith("…]")
                        || text.endsWith("...]")
                        || text.endsWith("…)");
            }
        }
        return true;
    }

    /// Whether a link leads to the rest of it: one that says nothing else, or says so and goes where the heading does.
    private static boolean hasMoreElsewhere(Element part, String address, String page) {
        for (Element link : part.select("a[href]")) {
            String text = link.text();
            if (text.length() <= MAX_MORE_CHARS && Phrases.isMore(text, false)) {
                String target = Addresses.absolute(link, page);
                boolean elsewhere = !target.isEmpty() && !target.equals(page);
                if (elsewhere && (target.equals(address) || Phrases.isMore(text, true))) {
                    return true;
                }
            }
        }
        return false;
    }
}
