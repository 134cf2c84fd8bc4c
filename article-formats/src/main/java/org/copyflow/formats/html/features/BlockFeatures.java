package org.copyflow.formats.html.features;

import java.util.List;
import org.copyflow.formats.html.page.PageOutline;

/// The features of a page's blocks: what the trees of [TreeModel] decide by. The first view is of the page alone, the
/// second adds what the first trees think of each block and those around it.
public final class BlockFeatures {

    private static final float ROUNDING = 0.01f;
    private static final float[] NOT_KEPT = {};

    private final PageContext context;
    private final FeatureRow row = new FeatureRow();
    private final PlaceFeatures place = new PlaceFeatures();

    public BlockFeatures(PageOutline page, PageClues clues) {
        context = new PageContext(page, clues);
    }

    /// A row of features for each block.
    public float[][] first() {
        var rows = new float[context.blocks.size()][];
        for (int i = 0; i < rows.length; i++) {
            fill(i);
            rows[i] = row.copy();
        }
        return rows;
    }

    private void fill(int block) {
        row.start();
        TextFeatures.put(row, context.blocks.get(block), context.clues);
        place.put(row, block, context);
        SurroundingFeatures.put(row, block, context);
    }

    /// A row of features for each block, of what is believed of it and its surroundings.
    ///
    /// @param beliefs the first trees' probability of each block
    public float[][] second(float[][] first, float[] beliefs) {
        return new BeliefFeatures(context, beliefs).rows(first);
    }

    /// What to believe of each block: shows the same rows one at a time, first those of the page alone, then those of
    /// the blocks that are believed at least so much, with what is believed; the others keep their belief.
    public float[] beliefs(FirstJudge first, SecondJudge second, float least) {
        var beliefs = new float[context.blocks.size()];
        var rows = new float[beliefs.length][];
        for (int i = 0; i < beliefs.length; i++) {
            fill(i);
            beliefs[i] = first.belief(row.shown());
            rows[i] = beliefs[i] < least ? NOT_KEPT : row.copy();
        }
        var view = new BeliefFeatures(context, beliefs);
        var judged = beliefs.clone();
        for (int i = 0; i < judged.length; i++) {
            judged[i] = beliefs[i] < least ? beliefs[i] : second.belief(view.row(rows[i], i), beliefs[i]);
        }
        return judged;
    }

    /// Says what to believe of a block by its row, which holds until the next.
    public interface FirstJudge {
        float belief(float[] row);
    }

    /// Says what to believe of a block by its row, which holds until the next, and what was believed before.
    public interface SecondJudge {
        float belief(float[] row, float before);
    }

    /// The first block of an article that the page appends to its own; the number of blocks where it appends none.
    public int nextArticle() {
        return context.others.nextArticle;
    }

    /// Where the headline stands, -1 where nowhere.
    public int titleBlock() {
        return context.titleBlock;
    }

    /// Drops those of the chosen blocks, in turn, of whose text the others say a share too.
    ///
    /// @param suspects the blocks that may be dropped
    public void dropCopies(boolean[] chosen, boolean[] suspects, float share) {
        RepeatedText repeated = context.repeated;
        int[] said = null;
        for (int i = 0; i < chosen.length; i++) {
            boolean again = chosen[i] && suspects[i] && repeated.before[i] + repeated.after[i] >= share - ROUNDING;
            if (again) {
                said = said == null ? repeated.said(chosen) : said;
                chosen[i] = repeated.shareOfOthers(said, i) < share;
                if (chosen[i]) {
                    repeated.keep(said, i);
                }
            }
        }
    }

    /// Names of the first view's features, once it was made.
    public List<String> names() {
        return row.names();
    }
}
