package org.copyflow.formats.html.features;

import java.util.List;
import org.copyflow.formats.html.page.PageOutline;

/// The features of a page's blocks: what the trees of [TreeModel] decide by. The first view is of the page alone, the
/// second adds what the first trees think of each block and those around it.
public final class BlockFeatures {

    private static final float ROUNDING = 0.01f;

    private final PageContext context;
    private final FeatureRow row = new FeatureRow();

    public BlockFeatures(PageOutline page, PageClues clues) {
        context = new PageContext(page, clues);
    }

    /// A row of features for each block.
    public float[][] first() {
        var place = new PlaceFeatures();
        var rows = new float[context.blocks.size()][];
        for (int i = 0; i < rows.length; i++) {
            TextFeatures.put(row, context.blocks.get(i), context.clues);
            place.put(row, i, context);
            SurroundingFeatures.put(row, i, context);
            rows[i] = row.take();
        }
        return rows;
    }

    /// A row of features for each block, of what is believed of it and its surroundings.
    ///
    /// @param beliefs the first trees' probability of each block
    public float[][] second(float[][] first, float[] beliefs) {
        return new BeliefFeatures(context, beliefs).rows(first);
    }

    /// Asks for the same rows one at a time, of the blocks that are believed at least so much; the others keep their
    /// belief. A row holds until the next.
    public float[] second(float[][] first, float[] beliefs, float least, Judge judge) {
        var view = new BeliefFeatures(context, beliefs);
        var judged = beliefs.clone();
        for (int i = 0; i < judged.length; i++) {
            judged[i] = beliefs[i] < least ? beliefs[i] : judge.belief(view.row(first[i], i), beliefs[i]);
        }
        return judged;
    }

    /// Says what to believe of a block by its row and what was believed before.
    public interface Judge {
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
