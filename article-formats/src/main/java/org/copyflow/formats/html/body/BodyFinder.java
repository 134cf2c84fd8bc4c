package org.copyflow.formats.html.body;

import java.util.List;
import java.util.stream.IntStream;
import org.copyflow.formats.html.features.BlockFeatures;
import org.copyflow.formats.html.features.MainBox;
import org.copyflow.formats.html.features.PageClues;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.jspecify.annotations.Nullable;

/// Finds the blocks of a page that are the article's body: two models of boosted trees, the second of which sees what
/// the first believes of each block's surroundings. Thread-safe.
public final class BodyFinder {

    private static final BodyFinder KNOWN =
            new BodyFinder(TreeModel.ofResource("body-first.model"), TreeModel.ofResource("body-second.model"));

    /// What the first trees believe less of the second never choose.
    private static final float LEAST_BELIEF = 0.005f;

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
        return choose(page, features, beliefs(features));
    }

    private float[] beliefs(BlockFeatures features) {
        return features.beliefs(
                first::probability, (row, before) -> second.probability(row, TreeModel.logOdds(before)), LEAST_BELIEF);
    }

    /// What is believed of a block.
    ///
    /// @param belief the models' probability that it is of the body
    /// @param dropped why it was dropped; null where it was not
    public record Verdict(float belief, @Nullable String dropped) {}

    /// What [#find] decides by, a verdict a block, for people who ask why.
    public List<Verdict> judge(PageOutline page, PageClues clues) {
        if (page.blocks().isEmpty()) {
            return List.of();
        }
        var features = new BlockFeatures(page, clues);
        float[] beliefs = beliefs(features);
        @Nullable String[] reasons = new BodyChoice(page.blocks(), features, beliefs).reasons();
        return IntStream.range(0, beliefs.length)
                .mapToObj(i -> new Verdict(beliefs[i], reasons[i]))
                .toList();
    }

    /// The blocks to keep, by the models' probability of each.
    public static List<PageBlock> choose(PageOutline page, BlockFeatures features, float[] beliefs) {
        return new BodyChoice(page.blocks(), features, beliefs).blocks();
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
}
