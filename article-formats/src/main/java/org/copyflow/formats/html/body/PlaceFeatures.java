package org.copyflow.formats.html.body;

import java.util.Arrays;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.Hint;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.page.TagKind;

/// Where in the tree a block stands: what the elements around it are and are called, and how the text in them is made.
final class PlaceFeatures {

    private static final int FAR = 16;
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

    void put(FeatureRow row, PageBlock block, PageContext context) {
        Box box = block.box();
        row.put("tag", box.kind().ordinal());
        row.put("depth", box.depth());
        levels(block);
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
        group(row, block, context);
    }

    private void levels(PageBlock block) {
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
            for (int bits = box.hints(); bits != 0; bits &= bits - 1) {
                int hint = Integer.numberOfTrailingZeros(bits);
                hintLevels[hint] = Math.min(hintLevels[hint], steps);
            }
            level++;
        }
    }

    private static void make(FeatureRow row, String whose, Box box) {
        row.putLog(whose.concat("words"), box.words());
        row.put(whose.concat("link density"), box.linkWords() / Math.max(1, box.words()));
        row.putLog(whose.concat("blocks"), box.blocks());
        row.put(whose.concat("prose"), box.proseWords() / Math.max(1, box.words()));
        row.putLog(whose.concat("prose blocks"), box.proseBlocks());
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

    private static void group(FeatureRow row, PageBlock block, PageContext context) {
        PageContext.Group group = context.group(block);
        row.put("group share", group.proseWords / Math.max(1, context.proseTotal()));
        row.put("group link density", group.linkWords / Math.max(1, group.words));
        row.putLog("group blocks", group.blocks);
        row.putLog("group words a block", group.words / group.blocks);
        row.put("top group", group == context.topGroup);
    }
}
