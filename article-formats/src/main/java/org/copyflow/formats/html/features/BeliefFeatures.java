package org.copyflow.formats.html.features;

import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;

/// What the first trees believe of a block, its neighbours, the boxes around it and the blocks of the same make.
final class BeliefFeatures {

    private static final int REACH = 4;
    private static final int ADDED = 23;

    private final PageContext context;
    private final float[] beliefs;
    private final float[] before;
    /// Sums of the blocks in each box, by the box's number.
    private final float[] boxBeliefs;

    private final float[] boxWeights;
    private float[] used = new float[0];

    BeliefFeatures(PageContext context, float[] beliefs) {
        this.context = context;
        this.beliefs = beliefs;
        before = new float[beliefs.length + 1];
        boxBeliefs = new float[context.page.boxes()];
        boxWeights = new float[context.page.boxes()];
        for (PageContext.Group group : context.groups) {
            group.belief = 0;
            group.beliefWeight = 0;
        }
        for (int i = 0; i < beliefs.length; i++) {
            PageBlock block = context.blocks.get(i);
            float weight = (float) Math.sqrt(block.words() + 1);
            before[i + 1] = before[i] + beliefs[i] * weight;
            int up = 0;
            for (Box box = block.box(); box != null && up < REACH; box = box.parent()) {
                boxBeliefs[box.number()] += beliefs[i] * weight;
                boxWeights[box.number()] += weight;
                up++;
            }
            context.groups[i].belief += beliefs[i] * weight;
            context.groups[i].beliefWeight += weight;
        }
    }

    float[][] rows(float[][] first) {
        var rows = new float[first.length][];
        for (int i = 0; i < first.length; i++) {
            rows[i] = row(first[i], i).clone();
        }
        return rows;
    }

    /// A block's row with what is believed added to it; holds until the next is asked for.
    float[] row(float[] first, int i) {
        if (used.length == 0) {
            used = new float[first.length + ADDED];
        }
        System.arraycopy(first, 0, used, 0, first.length);
        fill(used, first.length, i);
        return used;
    }

    private void fill(float[] row, int from, int i) {
        int at = from;
        row[at++] = beliefs[i];
        float nearBack = 0;
        float nearAhead = 0;
        for (int step = 1; step <= REACH; step++) {
            float back = i >= step ? beliefs[i - step] : -1;
            float ahead = i + step < beliefs.length ? beliefs[i + step] : -1;
            row[at++] = back;
            row[at++] = ahead;
            nearBack = Math.max(nearBack, back);
            nearAhead = Math.max(nearAhead, ahead);
        }
        row[at++] = nearBack;
        row[at++] = nearAhead;
        float total = Math.max(1e-3f, before[beliefs.length]);
        row[at++] = before[i] / total;
        row[at++] = (total - before[i + 1]) / total;
        row[at++] = (float) Math.log1p(total);
        PageBlock block = context.blocks.get(i);
        Box box = block.box();
        for (int up = 0; up < REACH; up++) {
            float weight = boxWeights[box.number()];
            row[at++] = weight == 0 ? -1 : mean(boxBeliefs[box.number()], weight, beliefs[i], block);
            box = box.parent() == null ? box : box.parent();
        }
        PageContext.Group group = context.groups[i];
        row[at++] = mean(group.belief, group.beliefWeight, beliefs[i], block);
        int heading = context.heading[i];
        row[at++] = heading < 0 ? -1 : beliefs[heading];
        row[at++] = beyond(i, -1);
        row[at++] = beyond(i, 1);
        row[at] = context.proseBack[i] < 0 ? -1 : beliefs[context.proseBack[i]];
    }

    /// The mean belief of others in the same box or group.
    private static float mean(float belief, float sum, float own, PageBlock block) {
        float weight = (float) Math.sqrt(block.words() + 1);
        float others = sum - weight;
        return others < 0.5f ? -1 : (belief - own * weight) / others;
    }

    /// How many blocks away the nearest one that is believed stands.
    private float beyond(int i, int step) {
        int steps = 1;
        for (int j = i + step; j >= 0 && j < beliefs.length && steps < 40; j += step) {
            if (beliefs[j] > 0.5f) {
                return steps;
            }
            steps++;
        }
        return 40;
    }
}
