package org.copyflow.formats.html.body;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;

/// Finds the blocks of a page that are the article's body: two models of boosted trees, the second of which sees what
/// the first believes of each block's surroundings. Thread-safe.
public final class BodyFinder {

    private static final float BELIEVED = 0.5f;
    private static final float LEAST_BELIEF = 0.02f;
    private static final float MIN_BODY_WORDS = 20;
    private static final BodyFinder KNOWN =
            new BodyFinder(TreeModel.ofResource("body-first.model"), TreeModel.ofResource("body-second.model"));

    private final TreeModel first;
    private final TreeModel second;

    private BodyFinder(TreeModel first, TreeModel second) {
        this.first = first;
        this.second = second;
    }

    /// With the models of this version.
    public static BodyFinder known() {
        return KNOWN;
    }

    /// The body's blocks in reading order; empty where nothing reads like one.
    public List<PageBlock> find(PageOutline page, PageClues clues) {
        if (page.blocks().isEmpty()) {
            return List.of();
        }
        var features = new BlockFeatures(page, clues);
        float[][] rows = features.first();
        float[] beliefs = first.probabilities(rows);
        return choose(page, second.probabilities(features.second(rows, beliefs), beliefs));
    }

    /// What to fall back on where the models believe in nothing: the prose in the box that holds most of it.
    public List<PageBlock> prose(PageOutline page) {
        Box main = MainBox.of(page);
        if (main == null) {
            return List.of();
        }
        return page.blocks().subList(main.firstBlock(), main.lastBlock() + 1).stream()
                .filter(PageBlock::isProse)
                .toList();
    }

    /// The blocks to keep, by the models' probability of each. Where they believe in next to nothing, those that they
    /// believe in most.
    public static List<PageBlock> choose(PageOutline page, float[] beliefs) {
        float words = 0;
        float highest = 0;
        for (int i = 0; i < beliefs.length; i++) {
            words += beliefs[i] >= BELIEVED ? page.blocks().get(i).words() : 0;
            highest = Math.max(highest, page.blocks().get(i).isProse() ? beliefs[i] : 0);
        }
        boolean found = words >= MIN_BODY_WORDS;
        float bar = found ? BELIEVED : Math.min(BELIEVED, highest * 0.5f);
        var body = new ArrayList<PageBlock>();
        for (int i = 0; i < beliefs.length; i++) {
            if (beliefs[i] >= bar && (found || bar > LEAST_BELIEF)) {
                body.add(page.blocks().get(i));
            }
        }
        return body;
    }
}
