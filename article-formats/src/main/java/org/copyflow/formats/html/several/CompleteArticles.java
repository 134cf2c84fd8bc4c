package org.copyflow.formats.html.several;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.words.Names;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Whether a page holds several complete articles: only where it clearly shows them. They are elements side by side
/// that say that they hold an article, of comparable weight, and hold nearly all of the page's prose.
public final class CompleteArticles {

    /// More are a list, whatever they hold.
    private static final int MAX_ARTICLES = 100;
    /// The longest article has at most so many times the words of the shortest that counts.
    private static final float COMPARABLE = 6;
    /// Other prose may be so much of theirs.
    private static final float OTHER_PROSE = 0.3f;
    /// A line above the articles with so many words is a headline of the page's own.
    private static final float HEADLINE_WORDS = 7;
    private static final int LINES_BEFORE_PROSE = 5;
    private static final float CLOCK_WORDS = 8;
    private static final int MIN_STATED_CHARS = 4;

    private final PageOutline outline;
    private final String title;
    private final String url;

    private CompleteArticles(PageOutline outline, String title, @Nullable String url) {
        this.outline = outline;
        this.title = title;
        this.url = url == null ? "" : Addresses.withoutFragment(url);
    }

    /// Empty, or two and more in document order.
    ///
    /// @param title the page's title, as its head states it
    /// @param url its address, where that is known
    public static List<PagePart> of(PageOutline outline, String title, @Nullable String url) {
        List<Box> boxes = ArticleBoxes.of(outline);
        return boxes.size() < 2 || boxes.size() > MAX_ARTICLES
                ? List.of()
                : new CompleteArticles(outline, title, url).among(boxes);
    }

    private List<PagePart> among(List<Box> boxes) {
        var parts = new ArrayList<PagePart>();
        for (Box box : boxes) {
            PagePart part = PagePart.of(box, outline, url);
            if (part != null) {
                parts.add(part);
            }
        }
        float longest = 0;
        for (PagePart part : parts) {
            longest = Math.max(longest, part.box().proseWords());
        }
        float least = longest / COMPARABLE;
        parts.removeIf(part -> part.box().proseWords() < least);
        boolean several = parts.size() > 1
                && sideBySide(parts)
                && holdTheProse(parts)
                && !isAboutOne(parts)
                && !hasHeadline(parts)
                && !isLive(parts);
        return several ? List.copyOf(parts) : List.of();
    }

    /// Whether they stand at the same depth under one element, each in at most one more of its own.
    private static boolean sideBySide(List<PagePart> parts) {
        Box common = parts.getFirst().box();
        int depth = common.depth();
        for (PagePart part : parts) {
            if (part.box().depth() != depth) {
                return false;
            }
            common = PageOutline.commonBox(common, part.box());
        }
        return depth - common.depth() <= 2;
    }

    private boolean holdTheProse(List<PagePart> parts) {
        float theirs = 0;
        for (PagePart part : parts) {
            theirs += part.box().proseWords();
        }
        return outline.proseWords() - theirs <= OTHER_PROSE * theirs;
    }

    /// Whether the page states that it is one of them, by its title or address, or they are not told apart by theirs.
    /// Headings that link to another host are of reviews or of a list of links.
    private boolean isAboutOne(List<PagePart> parts) {
        String stated = Names.key(title);
        var titles = new HashSet<String>();
        for (PagePart part : parts) {
            String key = Names.key(part.title().value());
            boolean named = stated.contains(key) || (stated.length() >= MIN_STATED_CHARS && key.contains(stated));
            boolean same = part.url() != null && part.url().value().equals(url);
            boolean foreign = part.url() != null
                    && !url.isEmpty()
                    && !Addresses.sameHost(part.url().value(), url);
            if (named || same || foreign || !titles.add(key)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the page has a headline of its own, outside of them.
    private boolean hasHeadline(List<PagePart> parts) {
        for (FactElements.Noted noted : outline.facts().headings()) {
            int at = noted.block();
            if (noted.element().nameIs("h1")
                    && at < outline.blocks().size()
                    && parts.stream()
                            .noneMatch(part -> part.box().firstBlock() <= at
                                    && at <= part.box().lastBlock())
                    && outline.blocks().get(at).words() >= HEADLINE_WORDS) {
                return true;
            }
        }
        return false;
    }

    /// Whether they are entries of a live blog: it says so, or they state a time of day and no day.
    private boolean isLive(List<PagePart> parts) {
        if (Phrases.isLive(title)) {
            return true;
        }
        for (Box box = parts.getFirst().box(); box != null; box = box.parent()) {
            Element element = box.element();
            if (element != null
                    && (element.attr("itemtype").endsWith("LiveBlogPosting")
                            || Phrases.isLive(element.className() + ' ' + element.id()))) {
                return true;
            }
        }
        return parts.stream().anyMatch(part -> startsWithClock(part.box()));
    }

    private boolean startsWithClock(Box part) {
        int end = Math.min(part.firstBlock() + LINES_BEFORE_PROSE, part.lastBlock());
        for (PageBlock block : outline.blocks().subList(part.firstBlock(), end)) {
            if (block.isProse()) {
                return false;
            }
            if (block.words() <= CLOCK_WORDS && isClock(block.text())) {
                return true;
            }
        }
        return false;
    }

    /// Whether the only digits of a line are those of a time of day.
    private static boolean isClock(String text) {
        int first = 0;
        while (first < text.length() && !isDigit(text, first)) {
            first++;
        }
        int mark = first;
        while (isDigit(text, mark)) {
            mark++;
        }
        int end = mark + 3;
        if (first == mark || mark - first > 2 || end > text.length() || ":.h时".indexOf(text.charAt(mark)) < 0) {
            return false;
        }
        for (int i = end; i < text.length(); i++) {
            if (isDigit(text, i)) {
                return false;
            }
        }
        return isDigit(text, mark + 1) && isDigit(text, mark + 2);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
