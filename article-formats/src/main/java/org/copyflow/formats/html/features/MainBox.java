package org.copyflow.formats.html.features;

import java.util.ArrayList;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.page.TagKind;
import org.jspecify.annotations.Nullable;

/// The box that most of the article's prose stands in: each prose block votes for the boxes around it, less for those
/// further out, as Readability's paragraphs do for their parents.
public final class MainBox {

    private static final int MAX_LEVELS = 5;
    private static final int OUTSIDE = Hint.COMMENT.bit()
            | Hint.RELATED.bit()
            | Hint.FOOTER.bit()
            | Hint.SIDEBAR.bit()
            | Hint.OVERLAY.bit()
            | Hint.NAVIGATION.bit()
            | Hint.PROMOTION.bit();

    private MainBox() {}

    /// Null where a page has no prose.
    public static @Nullable Box of(PageOutline page) {
        var votes = new float[page.boxes()];
        var named = new ArrayList<Box>();
        for (PageBlock block : page.blocks()) {
            if (block.isProse()) {
                float vote =
                        Math.min(block.words(), 120) * (1 - block.linkDensity()) * (isOutside(block.box()) ? 0.2f : 1);
                Box box = block.box();
                if (box.kind() == TagKind.PARAGRAPH || box.kind() == TagKind.LIST_ITEM) {
                    box = box.parent();
                }
                for (int level = 0; box != null && level < MAX_LEVELS; level++, box = box.parent()) {
                    if (votes[box.number()] == 0) {
                        named.add(box);
                    }
                    votes[box.number()] += vote * share(level);
                }
            }
        }
        Box best = null;
        float bestScore = 0;
        for (Box box : named) {
            float score = votes[box.number()] * weight(box);
            if (score > bestScore) {
                best = box;
                bestScore = score;
            }
        }
        return best;
    }

    private static float share(int level) {
        return level == 0 ? 1 : level == 1 ? 0.7f : 0.9f / (level + 1);
    }

    private static float weight(Box box) {
        float weight = 1 - box.linkWords() / Math.max(1, box.words());
        weight *= box.hints(Hint.MARKED_BODY) ? 1.6f : box.hints(Hint.BODY) ? 1.2f : 1;
        return weight
                * (box.kind() == TagKind.ARTICLE || box.kind() == TagKind.MAIN || box.hints(Hint.ARTICLE) ? 1.2f : 1);
    }

    private static boolean isOutside(Box inner) {
        for (Box box = inner; box != null; box = box.parent()) {
            boolean body = box.hints(Hint.BODY) || box.hints(Hint.ARTICLE);
            if (((box.hints() & OUTSIDE) != 0 && !body)
                    || box.kind() == TagKind.ASIDE
                    || box.kind() == TagKind.NAVIGATION
                    || box.kind() == TagKind.PAGE_FOOTER) {
                return true;
            }
        }
        return false;
    }
}
