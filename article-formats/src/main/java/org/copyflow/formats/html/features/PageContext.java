package org.copyflow.formats.html.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.page.TagKind;
import org.jspecify.annotations.Nullable;

/// What the features of a page's blocks are measured against: the main box, groups of blocks of the same make, running
/// sums, repeats. Made once a page.
final class PageContext {

    /// Blocks in elements of the same tag and class.
    static final class Group {
        float words;
        float linkWords;
        float proseWords;
        float belief;
        float beliefWeight;
        int blocks;
        int first = -1;
        int last;
    }

    private static final float OUTER_SHARE = 0.7f;

    final PageOutline page;
    final List<PageBlock> blocks;
    final PageClues clues;
    final @Nullable Box main;
    /// The group of each block.
    final Group[] groups;

    final Group topGroup;
    /// Prose words before each block.
    final float[] proseBefore;
    /// Index of the nearest prose block before, -1 where there is none.
    final int[] proseBack;
    final int[] proseAhead;
    /// Index of the heading over each block, -1 where there is none.
    final int[] heading;
    /// How often the page has the same text: 0 once, 1 again later, 2 already before.
    final byte[] repeats;
    final RepeatedText repeated;
    final int titleBlock;
    /// First-level headings between the headline and each block.
    final int[] headlinesBefore;
    final OtherArticles others;

    PageContext(PageOutline page, PageClues clues) {
        this.page = page;
        this.clues = clues;
        blocks = page.blocks();
        main = MainBox.of(page);
        int n = blocks.size();
        proseBefore = new float[n + 1];
        proseBack = new int[n];
        proseAhead = new int[n];
        heading = new int[n];
        repeats = new byte[n];
        repeated = new RepeatedText(page);
        groups = new Group[n];
        topGroup = forward();
        titleBlock = titleBlock();
        headlinesBefore = new int[n];
        for (int i = Math.max(1, titleBlock + 2); i < n; i++) {
            boolean headline = blocks.get(i - 1).box().kind() == TagKind.HEADING_1;
            headlinesBefore[i] = headlinesBefore[i - 1] + (headline ? 1 : 0);
        }
        others = new OtherArticles(page, titleBlock);
        int ahead = n;
        for (int i = n - 1; i >= 0; i--) {
            proseAhead[i] = ahead;
            ahead = blocks.get(i).isProse() ? i : ahead;
        }
    }

    private Group forward() {
        Map<Integer, Group> byMake = new HashMap<>();
        var seen = new HashMap<String, Integer>();
        var top = new Group();
        int back = -1;
        int lastHeading = -1;
        for (int i = 0; i < blocks.size(); i++) {
            PageBlock block = blocks.get(i);
            proseBack[i] = back;
            heading[i] = lastHeading;
            proseBefore[i + 1] = proseBefore[i] + (block.isProse() ? block.words() : 0);
            back = block.isProse() ? i : back;
            lastHeading = isHeading(block) ? i : lastHeading;
            Integer before = seen.put(block.text(), i);
            if (before != null) {
                repeats[i] = 2;
                repeats[before] = (byte) Math.max(1, repeats[before]);
            }
            Group group = byMake.computeIfAbsent(block.box().signature(), make -> new Group());
            groups[i] = group;
            count(group, block, i);
            top = group.proseWords > top.proseWords ? group : top;
        }
        return top;
    }

    private static void count(Group group, PageBlock block, int index) {
        group.words += block.words();
        group.linkWords += block.words() * block.linkDensity();
        group.proseWords += block.isProse() ? block.words() : 0;
        group.blocks++;
        group.first = group.first < 0 ? index : group.first;
        group.last = index;
    }

    static boolean isHeading(PageBlock block) {
        return block.box().kind().isHeading()
                || (block.words() <= 12 && block.boldShare() > 0.9f && block.links() == 0);
    }

    private int titleBlock() {
        String title = clues.title();
        int found = -1;
        for (int i = 0; i < blocks.size(); i++) {
            String text = blocks.get(i).text();
            if (found < 0
                    && blocks.get(i).box().kind() == TagKind.HEADING_1
                    && blocks.get(i).words() > 2) {
                found = i;
            }
            if (!title.isEmpty() && text.length() == title.length() && text.equalsIgnoreCase(title)) {
                if (blocks.get(i).box().kind().isHeading()) {
                    return i;
                }
                found = found < 0 ? i : found;
            }
        }
        return found;
    }

    /// Whether a box holds the headline, or, where that is unknown, most of the page's prose.
    boolean isOuter(Box box) {
        return titleBlock >= 0
                ? box.firstBlock() <= titleBlock && titleBlock <= box.lastBlock() && box.blocks() > 1
                : box.proseWords() > OUTER_SHARE * proseTotal();
    }

    float proseTotal() {
        return proseBefore[blocks.size()];
    }
}
