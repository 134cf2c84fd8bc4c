package org.copyflow.formats.html.features;

import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;

/// What stands before and after a block, and where on the page it stands.
final class SurroundingFeatures {

    private static final int FAR = 40;
    private static final int NEAR = 8;
    private static final int TAIL = Cue.RELATED.bit()
            | Cue.COMMENT.bit()
            | Cue.NEWSLETTER.bit()
            | Cue.BIOGRAPHY.bit()
            | Cue.SHARE.bit()
            | Cue.TAGS.bit()
            | Cue.COPYRIGHT.bit();

    private SurroundingFeatures() {}

    static void put(FeatureRow row, int index, PageContext context) {
        position(row, index, context);
        heading(row, index, context);
        neighbour(row, "before ", index, index - 1, context);
        neighbour(row, "before 2 ", index, index - 2, context);
        neighbour(row, "after ", index, index + 1, context);
        neighbour(row, "after 2 ", index, index + 2, context);
    }

    private static void position(FeatureRow row, int index, PageContext context) {
        float total = Math.max(1, context.proseTotal());
        int count = context.blocks.size();
        Box box = context.blocks.get(index).box();
        row.put("position", (float) index / count);
        row.put("prose before", context.proseBefore[index] / total);
        row.putLog("prose words after", context.proseTotal() - context.proseBefore[index + 1]);
        row.put("prose back", Math.min(FAR, index - context.proseBack[index]));
        row.put("prose ahead", Math.min(FAR, context.proseAhead[index] - index));
        row.putLog("page prose", total);
        row.putLog("page blocks", count);
        row.put("page prose share", total / Math.max(1, context.page.words()));
        row.put("apart from prose back", apart(box, context.proseBack[index], context.joinedBack[index], count));
        row.put("apart from prose ahead", apart(box, context.proseAhead[index], context.joinedAhead[index], count));
        row.put("headlines before", Math.min(10, context.headlinesBefore[index]));
        int title = context.titleBlock;
        row.put("from title", title < 0 ? -FAR - 1 : Math.clamp(index - title, -FAR, FAR));
        row.put("repeats", context.repeats[index]);
        row.put("said before", context.repeated.before[index]);
        row.put("said after", context.repeated.after[index]);
        row.put("like headlines before", Math.min(10, context.others.headlinesBefore[index]));
        row.put("bodies before", Math.min(10, context.others.bodiesBefore[index]));
        PageContext.Group group = context.groups[index];
        row.put("to group start", Math.min(FAR, index - group.first));
        row.put("to group end", Math.min(FAR, group.last - index));
        tailCues(row, index, context);
        row.put("from group start", Math.clamp(index - context.topGroup.first, -FAR, FAR));
        row.put("from group end", Math.clamp(index - context.topGroup.last, -FAR, FAR));
        row.put("from box start", Math.min(FAR, index - box.firstBlock()));
        row.put("from box end", Math.min(FAR, box.lastBlock() - index));
        Box parent = box.parent() == null ? box : box.parent();
        row.put("from parent start", Math.min(FAR, index - parent.firstBlock()));
        row.put("from parent end", Math.min(FAR, parent.lastBlock() - index));
        Box main = context.main;
        row.put("from main start", main == null ? 0 : Math.clamp(index - main.firstBlock(), -FAR, FAR));
        row.put("from main end", main == null ? 0 : Math.clamp(index - main.lastBlock(), -FAR, FAR));
        row.putLog(
                "main prose after",
                main == null || main.lastBlock() <= index
                        ? 0
                        : context.proseBefore[main.lastBlock() + 1] - context.proseBefore[index + 1]);
    }

    /// How many of the blocks near begin as what stands around an article does.
    private static void tailCues(FeatureRow row, int index, PageContext context) {
        int back = 0;
        for (int i = Math.max(0, index - NEAR); i < index; i++) {
            back += (context.blocks.get(i).startCues() & TAIL) == 0 ? 0 : 1;
        }
        int ahead = 0;
        for (int i = index + 1; i < Math.min(context.blocks.size(), index + NEAR + 1); i++) {
            ahead += (context.blocks.get(i).startCues() & TAIL) == 0 ? 0 : 1;
        }
        row.put("tail cues back", back);
        row.put("tail cues ahead", ahead);
    }

    /// How far up the box is that also holds another block.
    private static int apart(Box box, int other, int joined, int count) {
        return other < 0 || other >= count ? -1 : Math.min(12, box.depth() - joined);
    }

    private static void heading(FeatureRow row, int index, PageContext context) {
        int at = context.heading[index];
        if (at < 0) {
            row.put("heading back", FAR);
            row.put("heading cues", 0);
            row.put("heading related", 0);
            row.put("heading level", 0);
            row.put("heading links", 0);
            row.put("heading depth", 0);
            return;
        }
        PageBlock heading = context.blocks.get(at);
        row.put("heading back", Math.min(FAR, index - at));
        row.put("heading cues", Integer.bitCount(heading.cues() & TAIL));
        row.put(
                "heading related",
                (heading.startCues() & TAIL) == 0 ? 0 : (heading.startCues() & Cue.RELATED.bit()) == 0 ? 1 : 2);
        row.put("heading level", heading.box().kind().ordinal());
        row.put("heading links", heading.linkDensity());
        Box box = context.blocks.get(index).box();
        row.put("heading depth", Math.clamp(box.depth() - context.joinedHeading[index], 0, 10));
    }

    private static void neighbour(FeatureRow row, String whose, int index, int other, PageContext context) {
        boolean there = other >= 0 && other < context.blocks.size();
        PageBlock block = context.blocks.get(there ? other : index);
        Box box = context.blocks.get(index).box();
        row.of(whose);
        row.putLog("words", there ? block.words() : 0);
        row.put("link density", there ? block.linkDensity() : 1);
        row.put("tag", there ? block.box().kind().ordinal() : -1);
        row.put("tail cue", there ? Integer.bitCount(block.startCues() & TAIL) : 0);
        row.put("same make", there && block.box().signature() == box.signature());
        row.put("apart", there ? Math.min(12, box.depth() - joined(index, other, context)) : 12);
        row.put("sentences", there ? Math.min(3, block.sentenceEnds()) : 0);
        row.of("");
    }

    /// How deep the box is that holds a block and one of its next.
    private static int joined(int index, int other, PageContext context) {
        int last = Math.max(index, other);
        return last - Math.min(index, other) == 1
                ? context.joined[last]
                : Math.min(context.joined[last], context.joined[last - 1]);
    }
}
