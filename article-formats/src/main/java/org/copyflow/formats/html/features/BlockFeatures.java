package org.copyflow.formats.html.features;

import java.util.List;
import org.copyflow.formats.html.page.PageOutline;

/// The features of a page's blocks: what the trees of [TreeModel] decide by. The first view is of the page alone, the
/// second adds what the first trees think of each block and those around it.
public final class BlockFeatures {

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
            place.put(row, context.blocks.get(i), context);
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

    /// The first block of an article that the page appends to its own; the number of blocks where it appends none.
    public int nextArticle() {
        return context.others.nextArticle;
    }

    /// The share of a block's text that others of the chosen say too.
    public float shareSaidElsewhere(int block, boolean[] chosen) {
        float anywhere = context.repeated.before[block] + context.repeated.after[block];
        return anywhere == 0 ? 0 : context.repeated.shareAmong(chosen, block);
    }

    /// Names of the first view's features, once it was made.
    public List<String> names() {
        return row.names();
    }
}
