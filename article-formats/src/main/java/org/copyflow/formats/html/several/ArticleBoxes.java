package org.copyflow.formats.html.several;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.page.TagKind;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The outermost elements of a page that say that they hold an article.
final class ArticleBoxes {

    private static final Set<String> TYPES = Set.of("Article", "NewsArticle", "BlogPosting", "Report");

    private final boolean[] known;
    private final @Nullable Box[] outermost;

    private ArticleBoxes(int boxes) {
        known = new boolean[boxes];
        outermost = new Box[boxes];
    }

    /// Those with text, in document order.
    static List<Box> of(PageOutline page) {
        var boxes = new ArticleBoxes(page.boxes());
        var found = new LinkedHashSet<Box>();
        for (PageBlock block : page.blocks()) {
            Box box = boxes.outermost(block.box());
            if (box != null) {
                found.add(box);
            }
        }
        return List.copyOf(found);
    }

    /// As deep as the tree, which the parser bounds.
    private @Nullable Box outermost(Box box) {
        if (!known[box.number()]) {
            Box parent = box.parent();
            Box around = parent == null ? null : outermost(parent);
            known[box.number()] = true;
            outermost[box.number()] = around != null || !isArticle(box) ? around : box;
        }
        return outermost[box.number()];
    }

    private static boolean isArticle(Box box) {
        Element element = box.element();
        return box.kind() == TagKind.ARTICLE || (element != null && isTyped(element));
    }

    /// Whether microdata say that an element is an article.
    static boolean isTyped(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String type = element.attributes().get("itemtype");
        return !type.isEmpty()
                && TYPES.contains(type.strip().substring(type.strip().lastIndexOf('/') + 1));
    }
}
