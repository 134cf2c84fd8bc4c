package org.copyflow.formats.html.page;

import java.util.List;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.lexicon.Hint;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A page, read once: its text blocks in document order, each in its [Box], and the elements that may state facts.
/// Not thread-safe while made; read-only afterwards.
///
/// @param blocks all stretches of text
/// @param boxes how many boxes there are, with and without text
/// @param hashes of the words of all blocks
/// @param facts what may state title, author, dates
/// @param words of all blocks
/// @param proseWords of the blocks that read like prose
public record PageOutline(
        List<PageBlock> blocks, int boxes, WordHashes hashes, FactElements facts, float words, float proseWords) {

    private static final int FURNITURE = Cue.RELATED.bit()
            | Cue.SHARE.bit()
            | Cue.NEWSLETTER.bit()
            | Cue.COMMENT.bit()
            | Cue.COPYRIGHT.bit()
            | Cue.CONSENT.bit()
            | Cue.PAYWALL.bit()
            | Cue.TAGS.bit()
            | Cue.DONATE.bit()
            | Cue.ADVERTISEMENT.bit();

    public PageOutline {
        blocks = List.copyOf(blocks);
    }

    /// Walks the tree under an element (a page's `body`), once, and notes the structured data in the head before it.
    public static PageOutline of(Element root) {
        var walker = new OutlineWalker();
        if (root.parent() != null) {
            walker.head(root.parent());
        }
        walker.walk(root);
        float words = 0;
        float proseWords = 0;
        List<PageBlock> blocks = walker.blocks();
        blocks.forEach(PageOutline::countWords);
        for (PageBlock block : blocks) {
            block.consent = (block.box().hintsAround() & Hint.CONSENT.bit()) != 0 && isInConsent(block.box());
        }
        for (int i = 0; i < blocks.size(); i++) {
            PageBlock block = blocks.get(i);
            words += block.words();
            proseWords += block.isProse() ? block.words() : 0;
            for (Box box = block.box(); box != null; box = box.parent()) {
                sum(box, block, i);
            }
        }
        return new PageOutline(blocks, walker.boxes(), walker.hashes(), walker.facts(), words, proseWords);
    }

    private static void countWords(PageBlock block) {
        for (Box box = block.box(); box != null; box = box.parent()) {
            box.words += block.words();
        }
    }

    /// Whether one of the boxes around asks for consent. One that holds most of the page is only named after it.
    private static boolean isInConsent(Box inner) {
        Box box = inner;
        boolean consent = false;
        while (box.parent() != null) {
            consent |= box.hints(Hint.CONSENT);
            if (consent) {
                break;
            }
            box = box.parent();
        }
        Box page = box;
        while (page.parent() != null) {
            page = page.parent();
        }
        return consent && box.words() < page.words() / 2;
    }

    private static void sum(Box box, PageBlock block, int index) {
        box.linkWords += block.linkWords;
        box.blocks++;
        box.cuedBlocks += (block.startCues() & FURNITURE) == 0 ? 0 : 1;
        box.linkBlocks += block.linkDensity() > 0.6f ? 1 : 0;
        box.pictures += block.pictures();
        if (block.isProse()) {
            box.proseBlocks++;
            box.proseWords += block.words();
        }
        if (box.firstBlock < 0) {
            box.firstBlock = index;
        }
        box.lastBlock = index;
    }

    /// The innermost box that holds both.
    public static Box commonBox(Box a, Box b) {
        Box x = a;
        Box y = b;
        while (x != y) {
            if (x.depth() >= y.depth()) {
                x = parentOf(x);
            } else {
                y = parentOf(y);
            }
        }
        return x;
    }

    private static Box parentOf(Box box) {
        @Nullable Box parent = box.parent();
        if (parent == null) {
            throw new IllegalArgumentException("boxes of two pages have no box in common");
        }
        return parent;
    }
}
