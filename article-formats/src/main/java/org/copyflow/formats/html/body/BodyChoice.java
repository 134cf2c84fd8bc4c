package org.copyflow.formats.html.body;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.html.features.BlockFeatures;
import org.copyflow.formats.html.page.PageBlock;

/// Which blocks to keep, by what the models believe of each.
final class BodyChoice {

    private static final float BELIEVED = 0.5f;
    private static final float LEAST_BELIEF = 0.02f;
    private static final float MIN_BODY_WORDS = 20;
    /// A block of so many words that the rest of the body says too is a copy of it, not a pull quote.
    private static final float COPY_WORDS = 150;
    private static final float COPIED = 0.9f;

    private final List<PageBlock> blocks;
    private final BlockFeatures features;
    private final float[] beliefs;

    BodyChoice(List<PageBlock> blocks, BlockFeatures features, float[] beliefs) {
        this.blocks = blocks;
        this.features = features;
        this.beliefs = beliefs;
    }

    /// Those that are believed in; where that is next to nothing, those that are believed in most. Nothing of an
    /// article that the page appends, no copy of the body.
    List<PageBlock> blocks() {
        float words = 0;
        float highest = 0;
        for (int i = 0; i < beliefs.length; i++) {
            PageBlock block = blocks.get(i);
            words += belief(i) >= BELIEVED ? block.words() : 0;
            highest = Math.max(highest, block.isProse() ? belief(i) : 0);
        }
        boolean found = words >= MIN_BODY_WORDS;
        float bar = found ? BELIEVED : Math.min(BELIEVED, highest * 0.5f);
        var chosen = new boolean[beliefs.length];
        for (int i = 0; i < beliefs.length; i++) {
            chosen[i] = belief(i) >= bar && (found || bar > LEAST_BELIEF);
        }
        features.dropCopies(chosen, COPY_WORDS, COPIED);
        var body = new ArrayList<PageBlock>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                body.add(blocks.get(i));
            }
        }
        return body;
    }

    private float belief(int block) {
        return block < features.nextArticle() ? beliefs[block] : 0;
    }
}
