package org.copyflow.formats.html.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copyflow.formats.html.features.BlockFeatures;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.TagKind;
import org.jspecify.annotations.Nullable;

/// Which blocks to keep, by what the models believe of each.
final class BodyChoice {

    private static final float BELIEVED = 0.5f;
    private static final float LEAST_BELIEF = 0.02f;
    private static final float MIN_BODY_WORDS = 20;
    /// A block of so many words that the rest of the body says too is a copy of it, not a pull quote.
    private static final float COPY_WORDS = 150;
    private static final float COPIED = 0.9f;
    private static final float LITTLE = 0.2f;
    private static final float MIN_TEXT_WORDS = 8;

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
        boolean[] chosen = choose((_, _) -> {});
        var body = new ArrayList<PageBlock>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                body.add(blocks.get(i));
            }
        }
        return body;
    }

    /// For each block why it was dropped; null for those that were not.
    @Nullable
    String[] reasons() {
        @Nullable String[] reasons = new @Nullable String[blocks.size()];
        choose((reason, chosen) -> {
            for (int i = 0; i < reasons.length; i++) {
                boolean appended = i >= features.nextArticle();
                if (!chosen[i] && reasons[i] == null) {
                    reasons[i] = appended ? "of an article that the page appends" : reason;
                }
            }
        });
        return reasons;
    }

    /// Hears what is still chosen after a step, and why that step drops blocks.
    private interface Steps {
        void dropped(String reason, boolean[] chosen);
    }

    private boolean[] choose(Steps steps) {
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
        steps.dropped("the models do not believe in it", chosen);
        dropHead(chosen);
        steps.dropped("the headline, or before it", chosen);
        dropCopies(chosen);
        steps.dropped("the body says it elsewhere", chosen);
        dropHeadingsWithoutText(chosen);
        steps.dropped("a heading over nothing that was kept", chosen);
        return chosen;
    }

    private float belief(int block) {
        return block < features.nextArticle() ? beliefs[block] : 0;
    }

    /// Drops the headline and what stands before it, where that is little beside what follows.
    private void dropHead(boolean[] chosen) {
        int title = features.titleBlock();
        float before = 0;
        float after = 0;
        for (int i = 0; i < chosen.length && title >= 0; i++) {
            float words = chosen[i] ? blocks.get(i).words() : 0;
            before += i <= title ? words : 0;
            after += i <= title ? 0 : words;
        }
        if (before < LITTLE * after) {
            Arrays.fill(chosen, 0, title + 1, false);
        }
    }

    /// Drops a heading whose box holds text, none of which is kept: that of a newsletter or a list of links.
    private void dropHeadingsWithoutText(boolean[] chosen) {
        for (int i = 0; i < chosen.length; i++) {
            Box around = blocks.get(i).box().parent();
            if (chosen[i] && blocks.get(i).box().kind().isHeading() && around != null) {
                chosen[i] = around.firstBlock() < i || !holdsOnlyDropped(around, i, chosen);
            }
        }
    }

    /// Whether a box holds text after its heading, and none of it is kept.
    private boolean holdsOnlyDropped(Box box, int heading, boolean[] chosen) {
        boolean text = false;
        for (int i = heading + 1; i <= box.lastBlock(); i++) {
            if (chosen[i]) {
                return false;
            }
            text |= blocks.get(i).words() >= MIN_TEXT_WORDS;
        }
        return text;
    }

    /// Drops copies of the body and pull quotes.
    private void dropCopies(boolean[] chosen) {
        var suspects = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            PageBlock block = blocks.get(i);
            suspects[i] = chosen[i] && (block.words() >= COPY_WORDS || isQuote(block.box()));
        }
        features.dropCopies(chosen, suspects, COPIED);
    }

    private static boolean isQuote(Box inner) {
        Box outer = inner.parent();
        return inner.kind() == TagKind.QUOTE
                || inner.kind() == TagKind.ASIDE
                || inner.hints(Hint.QUOTE)
                || (outer != null
                        && (outer.kind() == TagKind.QUOTE || outer.kind() == TagKind.ASIDE || outer.hints(Hint.QUOTE)));
    }
}
