package org.copyflow.formats.html.features;

import java.util.Arrays;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.page.TagKind;

/// Where in the tree a block stands: what the elements around it are and are called, and how the text in them is made.
final class PlaceFeatures {

    private static final int FAR = 16;
    private static final int WANTED = Hint.ARTICLE.bit() | Hint.BODY.bit() | Hint.MARKED_BODY.bit() | Hint.HIDDEN.bit();
    private static final Hint[] HINTS = Hint.values();
    private static final String[] HINT_NAMES =
            Arrays.stream(HINTS).map(h -> "up to " + h).toArray(String[]::new);
    private static final TagKind[] KINDS = {
        TagKind.ARTICLE,
        TagKind.MAIN,
        TagKind.SECTION,
        TagKind.ASIDE,
        TagKind.NAVIGATION,
        TagKind.PAGE_HEADER,
        TagKind.PAGE_FOOTER,
        TagKind.FORM,
        TagKind.FIGURE,
        TagKind.CAPTION,
        TagKind.LIST,
        TagKind.TABLE,
        TagKind.QUOTE,
        TagKind.OTHER_BLOCK
    };
    private static final String[] KIND_NAMES =
            Arrays.stream(KINDS).map(k -> "inside " + k).toArray(String[]::new);

    private final int[] hintLevels = new int[HINTS.length];
    private final int[] kindLevels = new int[TagKind.values().length];

    void put(FeatureRow row, int index, PageContext context) {
        PageBlock block = context.blocks.get(index);
        Box box = block.box();
        row.put("tag", box.kind().ordinal());
        row.put("depth", box.depth());
        levels(block, context);
        for (int i = 0; i < HINTS.length; i++) {
            row.put(HINT_NAMES[i], hintLevels[i]);
        }
        for (int i = 0; i < KINDS.length; i++) {
            row.put(KIND_NAMES[i], kindLevels[KINDS[i].ordinal()]);
        }
        row.put("marked", block.marked());
        Box parent = box.parent() == null ? box : box.parent();
        Box grandparent = parent.parent() == null ? parent : parent.parent();
        make(row, "own ", box);
        make(row, "parent ", parent);
        make(row, "grandparent ", grandparent);
        main(row, box, context);
        group(row, context.groups[index], context);
        article(row, box, context);
    }

    /// What unwanted elements are called counts only where they do not hold the headline too: a page's `body` may be
    /// named after all that is on it.
    private void levels(PageBlock block, PageContext context) {
        Arrays.fill(hintLevels, FAR);
        Arrays.fill(kindLevels, FAR);
        for (int i = 0; i < HINTS.length; i++) {
            if ((block.inlineHints() & HINTS[i].bit()) != 0) {
                hintLevels[i] = -1;
            }
        }
        int level = 0;
        for (Box box = block.box(); box != null; box = box.parent()) {
            int steps = Math.min(level, FAR - 1);
            kindLevels[box.kind().ordinal()] = Math.min(kindLevels[box.kind().ordinal()], steps);
            int hints = context.isOuter(box) ? box.hints() & WANTED : box.hints();
            for (int bits = hints; bits != 0; bits &= bits - 1) {
                int hint = Integer.numberOfTrailingZeros(bits);
                hintLevels[hint] = Math.min(hintLevels[hint], steps);
            }
            level++;
        }
    }

    private static void make(FeatureRow row, String whose, Box box) {
        row.of(whose);
        row.putLog("words", box.words());
        row.put("link density", box.linkWords() / Math.max(1, box.words()));
        row.putLog("blocks", box.blocks());
        row.put("prose", box.proseWords() / Math.max(1, box.words()));
        row.putLog("prose blocks", box.proseBlocks());
        row.put("cued", box.cuedShare());
        row.put("link blocks", box.linkShare());
        row.of("");
    }

    private static void main(FeatureRow row, Box box, PageContext context) {
        Box main = context.main;
        if (main == null) {
            row.put("up to main", FAR);
            row.put("main up to common", FAR);
            row.put("main prose share", 0);
            return;
        }
        Box common = PageOutline.commonBox(box, main);
        row.put("up to main", Math.min(FAR, box.depth() - common.depth()));
        row.put("main up to common", Math.min(FAR, main.depth() - common.depth()));
        row.put("main prose share", main.proseWords() / Math.max(1, context.proseTotal()));
    }

    /// The article element around the block, and the way to the headline.
    private static void article(FeatureRow row, Box inner, PageContext context) {
        Box article = inner;
        while (article.kind() != TagKind.ARTICLE && article.parent() != null) {
            article = article.parent();
        }
        row.put("article prose", article.proseWords() / Math.max(1, context.proseTotal()));
        int title = context.titleBlock;
        row.put(
                "article of title",
                title < 0 ? -1 : article.firstBlock() <= title && title <= article.lastBlock() ? 1 : 0);
        if (title < 0) {
            row.put("up to title", -1);
            row.put("title up to common", -1);
            row.put("common prose", -1);
            return;
        }
        Box headline = context.blocks.get(title).box();
        Box common = PageOutline.commonBox(inner, headline);
        row.put("up to title", Math.min(FAR, inner.depth() - common.depth()));
        row.put("title up to common", Math.min(FAR, headline.depth() - common.depth()));
        row.put("common prose", common.proseWords() / Math.max(1, context.proseTotal()));
    }

    private static void group(FeatureRow row, PageContext.Group group, PageContext context) {
        row.put("group share", group.proseWords / Math.max(1, context.proseTotal()));
        row.put("group link density", group.linkWords / Math.max(1, group.words));
        row.putLog("group blocks", group.blocks);
        row.putLog("group words a block", group.words / group.blocks);
        row.put("top group", group == context.topGroup);
    }
}
