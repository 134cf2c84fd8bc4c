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
    /// How deep the innermost box is that holds each block and the one before it; the least of these between two blocks
    /// is how deep the one is that holds both.
    final int[] joined;
    /// The same for each block and its [#proseBack], [#proseAhead], [#heading], where there is one.
    final int[] joinedBack;
    final int[] joinedAhead;
    final int[] joinedHeading;
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
        joined = new int[n];
        joinedBack = new int[n];
        joinedAhead = new int[n];
        joinedHeading = new int[n];
        for (int i = 1; i < n; i++) {
            joined[i] = PageOutline.commonBox(
                            blocks.get(i - 1).box(), blocks.get(i).box())
                    .depth();
        }
        repeats = new byte[n];
        repeated = new RepeatedText(page);
        groups = new Group[n];
        topGroup = group();
        repeats();
        before();
        titleBlock = titleBlock();
        headlinesBefore = new int[n];
        for (int i = Math.max(1, titleBlock + 2); i < n; i++) {
            boolean headline = blocks.get(i - 1).box().kind() == TagKind.HEADING_1;
            headlinesBefore[i] = headlinesBefore[i - 1] + (headline ? 1 : 0);
        }
        others = new OtherArticles(page, titleBlock);
        backward();
    }

    private void backward() {
        int ahead = blocks.size();
        int depth = Integer.MAX_VALUE;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            proseAhead[i] = ahead;
            joinedAhead[i] = depth;
            boolean prose = blocks.get(i).isProse();
            ahead = prose ? i : ahead;
            depth = prose ? joined[i] : Math.min(depth, joined[i]);
        }
    }

    /// Finds the groups, and says which holds most prose.
    private Group group() {
        Map<Integer, Group> byMake = HashMap.newHashMap(blocks.size());
        var top = new Group();
        for (int i = 0; i < blocks.size(); i++) {
            PageBlock block = blocks.get(i);
            proseBefore[i + 1] = proseBefore[i] + (block.isProse() ? block.words() : 0);
            boolean ofLastMake =
                    i > 0 && blocks.get(i - 1).box().signature() == block.box().signature();
            Group group = ofLastMake
                    ? groups[i - 1]
                    : byMake.computeIfAbsent(block.box().signature(), make -> new Group());
            groups[i] = group;
            count(group, block, i);
            top = group.proseWords > top.proseWords ? group : top;
        }
        return top;
    }

    /// What stands before each block: prose, a heading.
    private void before() {
        int back = -1;
        int lastHeading = -1;
        int backDepth = Integer.MAX_VALUE;
        int headingDepth = Integer.MAX_VALUE;
        for (int i = 0; i < blocks.size(); i++) {
            PageBlock block = blocks.get(i);
            backDepth = Math.min(backDepth, joined[i]);
            headingDepth = Math.min(headingDepth, joined[i]);
            proseBack[i] = back;
            joinedBack[i] = backDepth;
            heading[i] = lastHeading;
            joinedHeading[i] = headingDepth;
            if (block.isProse()) {
                back = i;
                backDepth = Integer.MAX_VALUE;
            }
            if (isHeading(block)) {
                lastHeading = i;
                headingDepth = Integer.MAX_VALUE;
            }
        }
    }

    private void repeats() {
        Map<String, Integer> seen = HashMap.newHashMap(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            Integer before = seen.put(blocks.get(i).text(), i);
            if (before != null) {
                repeats[i] = 2;
                repeats[before] = (byte) Math.max(1, repeats[before]);
            }
        }
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
