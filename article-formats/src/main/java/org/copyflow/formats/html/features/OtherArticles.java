package org.copyflow.formats.html.features;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.page.TagKind;

/// What begins on a page after its article: other headlines of the headline's make, other elements that hold an
/// article's prose. Pages append articles that have pages of their own.
final class OtherArticles {

    private static final int MIN_PROSE_BLOCKS = 3;
    private static final int MIN_HEADLINE_WORDS = 3;
    private static final int NEAR = 8;
    private static final int MAX_DETAIL_WORDS = 14;
    private static final int MIN_ARTICLE_WORDS = 60;
    private static final int DETAIL_CUES = Cue.DATE.bit() | Cue.BYLINE.bit();
    private static final int DETAIL_HINTS = Hint.AUTHOR.bit() | Hint.DETAILS.bit();

    /// How many headlines of the same make stand between the page's headline and each block.
    final int[] headlinesBefore;
    /// How many elements with an article's prose ended before each block.
    final int[] bodiesBefore;
    /// The first block of the next article: a headline of the same make, with a byline or date line of the same make
    /// near it, after an article's prose. The number of blocks where there is none.
    final int nextArticle;

    OtherArticles(PageOutline page, int titleBlock) {
        List<PageBlock> blocks = page.blocks();
        headlinesBefore = new int[blocks.size()];
        bodiesBefore = new int[blocks.size()];
        headlines(blocks, titleBlock);
        bodies(page);
        nextArticle = next(blocks, titleBlock);
    }

    private void headlines(List<PageBlock> blocks, int titleBlock) {
        if (titleBlock < 0) {
            return;
        }
        PageBlock title = blocks.get(titleBlock);
        for (int i = titleBlock + 2; i < headlinesBefore.length; i++) {
            PageBlock last = blocks.get(i - 1);
            boolean headline = last.box().signature() == title.box().signature()
                    && last.words() >= MIN_HEADLINE_WORDS
                    && !last.text().equals(title.text());
            headlinesBefore[i] = headlinesBefore[i - 1] + (headline ? 1 : 0);
        }
    }

    private void bodies(PageOutline page) {
        var seen = new boolean[page.boxes()];
        var ends = new int[page.blocks().size() + 1];
        for (PageBlock block : page.blocks()) {
            for (Box box = block.box(); box != null && !seen[box.number()]; box = box.parent()) {
                seen[box.number()] = true;
                if (box.proseBlocks() >= MIN_PROSE_BLOCKS
                        && (box.kind() == TagKind.ARTICLE || box.hints(Hint.MARKED_BODY))) {
                    ends[box.lastBlock() + 1]++;
                }
            }
        }
        int ended = 0;
        for (int i = 0; i < bodiesBefore.length; i++) {
            ended += ends[i];
            bodiesBefore[i] = ended;
        }
    }

    private int next(List<PageBlock> blocks, int titleBlock) {
        int count = blocks.size();
        if (titleBlock < 0) {
            return count;
        }
        Set<Integer> details = details(blocks, titleBlock);
        float prose = 0;
        for (int i = titleBlock + 1; i + 1 < count && !details.isEmpty(); i++) {
            prose += blocks.get(i).isProse() ? blocks.get(i).words() : 0;
            if (headlinesBefore[i + 1] > headlinesBefore[i] && prose >= MIN_ARTICLE_WORDS) {
                Set<Integer> same = details(blocks, i);
                same.retainAll(details);
                if (!same.isEmpty()) {
                    return i;
                }
            }
        }
        return count;
    }

    /// The makes of the bylines and date lines after a headline.
    private static Set<Integer> details(List<PageBlock> blocks, int headline) {
        var makes = new HashSet<Integer>();
        for (int i = headline + 1; i < Math.min(blocks.size(), headline + NEAR + 1); i++) {
            PageBlock block = blocks.get(i);
            Box box = block.box();
            int hints = box.hints() | block.inlineHints();
            hints |= box.parent() == null ? 0 : box.parent().hints();
            if (block.words() <= MAX_DETAIL_WORDS
                    && ((hints & DETAIL_HINTS) != 0 || (block.startCues() & DETAIL_CUES) != 0)) {
                makes.add(box.signature());
            }
        }
        return makes;
    }
}
