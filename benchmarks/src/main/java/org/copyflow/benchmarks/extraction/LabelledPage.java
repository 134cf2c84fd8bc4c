package org.copyflow.benchmarks.extraction;

import java.util.List;
import org.copyflow.formats.html.HtmlPage;
import org.copyflow.formats.html.features.BlockFeatures;
import org.copyflow.formats.html.page.PageBlock;
import tools.jackson.databind.JsonNode;

/// A page's blocks with their features, labels and weights.
///
/// @param rows the first view's features
/// @param weights 0 where the corpus does not say what a block is
@SuppressWarnings("ArrayRecordComponent") // columns of one table, never compared
record LabelledPage(
        CorpusPage page, HtmlPage html, BlockFeatures features, float[][] rows, float[] labels, float[] weights) {

    private static final double PARTIAL_WEIGHT = 0.35;
    /// Of the blocks that are far from all of the body, one in so many is learned from, with so many times the weight.
    private static final int FAR_BLOCKS = 5;
    private static final int FAR = 25;

    static LabelledPage of(CorpusPage page) {
        HtmlPage html = HtmlPage.of(page.document());
        var features = new BlockFeatures(html.outline(), html.clues());
        List<PageBlock> blocks = html.outline().blocks();
        var labels = new float[blocks.size()];
        var weights = new float[blocks.size()];
        if (page.truth().has("text")) {
            whole(page.truth().get("text").asString(), blocks, labels, weights);
        } else {
            segments(page.truth(), blocks, labels, weights);
        }
        return new LabelledPage(page, html, features, features.first(), labels, weights);
    }

    /// Every block is labelled by the true text; a page's blocks weigh 1 together.
    private static void whole(String text, List<PageBlock> blocks, float[] labels, float[] weights) {
        float[] shares = BlockLabels.of(blocks, text);
        double total = Math.max(50, Math.sqrt(BlockLabels.tokens(text).size()) * 8);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = shares[i] >= 0.5f ? 1 : 0;
            double certain = Math.abs(2 * shares[i] - 1);
            weights[i] = (float) (100 * certain * Math.pow(blocks.get(i).words() + 3, 0.6) / total);
        }
        int last = -FAR - 1;
        var near = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            last = labels[i] > 0 ? i : last;
            near[i] = i - last <= FAR;
        }
        last = labels.length + FAR + 1;
        for (int i = labels.length - 1; i >= 0; i--) {
            last = labels[i] > 0 ? i : last;
            if (!near[i] && last - i > FAR) {
                weights[i] = i % FAR_BLOCKS == 0 ? weights[i] * FAR_BLOCKS : 0;
            }
        }
    }

    /// Only blocks that hold a segment are labelled.
    private static void segments(JsonNode truth, List<PageBlock> blocks, float[] labels, float[] weights) {
        for (int i = 0; i < labels.length; i++) {
            String text = blocks.get(i).text();
            boolean with = contains(text, truth.path("with"));
            boolean without = contains(text, truth.path("without")) || contains(text, truth.path("comments"));
            if (with != without) {
                labels[i] = with ? 1 : 0;
                weights[i] = (float) (PARTIAL_WEIGHT * 10);
            }
        }
    }

    private static boolean contains(String text, JsonNode segments) {
        for (JsonNode segment : segments) {
            String wanted = segment.asString().replaceAll("\\s+", " ").strip();
            if (!wanted.isEmpty() && text.contains(wanted)) {
                return true;
            }
        }
        return false;
    }
}
