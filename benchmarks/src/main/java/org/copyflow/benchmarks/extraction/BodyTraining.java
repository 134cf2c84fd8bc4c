package org.copyflow.benchmarks.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.html.body.BodyFinder;
import org.copyflow.formats.html.body.TextBlocks;
import org.copyflow.formats.html.body.TreeModel;
import tools.jackson.databind.json.JsonMapper;

/// Trains the two models that choose an article's body, and predicts every page by models that saw no page of its site.
///
/// `java … BodyTraining CORPORA OUT`: CORPORA holds the folders atf, fundus, scrapinghub, wcxb and trafilatura, as
/// described in docs/extraction.md; OUT gets `body-first.model`, `body-second.model` and `SET.json`, the predictions
/// on sites that were left out, for the scorer. The same corpora and seed give the same files.
public final class BodyTraining {

    private static final List<String> SETS = List.of("atf", "fundus", "scrapinghub", "wcxb", "trafilatura");
    private static final int FOLDS = 5;
    private static final long SEED = 20261121;
    private static final BoostedTrees.Settings FIRST = new BoostedTrees.Settings(110, 24, 0.11, 0.5, 0.25);
    private static final BoostedTrees.Settings SECOND = new BoostedTrees.Settings(40, 8, 0.08, 0.5, 0.25);

    private static final double DOUBTFUL_LOSS = 0.9;
    private static final float DOUBTFUL_WEIGHT = 0.3f;

    private final List<LabelledPage> pages;
    private final int[] fold;
    private final float[] labels;
    private final float[] weights;

    private BodyTraining(List<LabelledPage> pages) {
        this.pages = pages;
        int rows = pages.stream().mapToInt(p -> p.rows().length).sum();
        fold = new int[rows];
        labels = new float[rows];
        weights = new float[rows];
        int at = 0;
        for (LabelledPage page : pages) {
            int ofPage = Math.floorMod((page.page().site().hashCode() * 0x9E3779B1) >>> 8, FOLDS);
            for (int i = 0; i < page.rows().length; i++) {
                fold[at] = ofPage;
                labels[at] = page.labels()[i];
                weights[at] = page.weights()[i];
                at++;
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: BodyTraining CORPORA OUT");
            System.exit(2);
        }
        var all = new ArrayList<CorpusPage>();
        for (String set : SETS) {
            all.addAll(CorpusPage.read(Path.of(arguments[0]), set));
        }
        List<LabelledPage> pages = all.parallelStream().map(LabelledPage::of).toList();
        System.err.println(pages.size() + " pages, "
                + pages.stream().mapToInt(p -> p.rows().length).sum() + " blocks, "
                + pages.getFirst().rows()[0].length + " features");
        Path out = Files.createDirectories(Path.of(arguments[1]));
        new BodyTraining(pages).run(out);
    }

    private void run(Path out) throws IOException {
        float[][] first = pages.stream().flatMap(p -> Arrays.stream(p.rows())).toArray(float[][]::new);
        var data = new BinnedRows(first);
        var even = new float[first.length];
        Arrays.fill(even, 0.5f);
        float[] beliefs = leftOut(data, first, FIRST, even);
        doubtPages(beliefs);
        Files.writeString(out.resolve("body-first.model"), train(data, FIRST, even, i -> true));
        var second = new float[first.length][];
        int at = 0;
        for (LabelledPage page : pages) {
            float[] own = Arrays.copyOfRange(beliefs, at, at + page.rows().length);
            for (float[] row : page.features().second(page.rows(), own)) {
                second[at++] = row;
            }
        }
        var secondData = new BinnedRows(second);
        float[] chosen = leftOut(secondData, second, SECOND, beliefs);
        Files.writeString(out.resolve("body-second.model"), train(secondData, SECOND, beliefs, i -> true));
        predictions(out, chosen);
    }

    /// What models that did not see a row's site believe of it.
    private float[] leftOut(BinnedRows data, float[][] rows, BoostedTrees.Settings settings, float[] before) {
        var beliefs = new float[rows.length];
        IntStream.range(0, FOLDS).parallel().forEach(out -> {
            var model = TreeModel.parse(train(data, settings, before, i -> fold[i] != out));
            for (int i = 0; i < rows.length; i++) {
                if (fold[i] == out) {
                    beliefs[i] = model.probability(rows[i], TreeModel.logOdds(before[i]));
                }
            }
        });
        System.err.printf("log loss on sites left out: %.4f%n", loss(beliefs, 0, rows.length));
        return beliefs;
    }

    private double loss(float[] beliefs, int from, int to) {
        double loss = 0;
        double weight = 1e-9;
        for (int i = from; i < to; i++) {
            double p = Math.clamp(labels[i] > 0 ? beliefs[i] : 1 - beliefs[i], 1e-4, 1);
            loss -= weights[i] * Math.log(p);
            weight += weights[i];
        }
        return loss / weight;
    }

    /// Pages on which truth and belief are far apart have a flawed truth more often than others: they weigh less.
    private void doubtPages(float[] beliefs) {
        int at = 0;
        for (LabelledPage page : pages) {
            int end = at + page.rows().length;
            if (loss(beliefs, at, end) > DOUBTFUL_LOSS) {
                for (int i = at; i < end; i++) {
                    weights[i] *= DOUBTFUL_WEIGHT;
                }
            }
            at = end;
        }
    }

    private String train(BinnedRows data, BoostedTrees.Settings settings, float[] before, IntPredicate used) {
        int[] rows = IntStream.range(0, data.rows)
                .filter(i -> weights[i] > 0)
                .filter(used)
                .toArray();
        double[] logOdds = IntStream.range(0, data.rows)
                .mapToDouble(i -> TreeModel.logOdds(before[i]))
                .toArray();
        var target = new BoostedTrees.Target(labels, weights, logOdds);
        return new BoostedTrees(data, target, settings, SEED).train(rows);
    }

    private void predictions(Path out, float[] beliefs) throws IOException {
        Map<String, Map<String, Object>> bySet = new LinkedHashMap<>();
        int at = 0;
        for (LabelledPage page : pages) {
            float[] own = Arrays.copyOfRange(beliefs, at, at + page.rows().length);
            at += own.length;
            var text = new StringJoiner("\n\n");
            for (TextBlock block : TextBlocks.of(BodyFinder.choose(page.html().outline(), page.features(), own))) {
                text.add(block.text());
            }
            bySet.computeIfAbsent(page.page().set(), k -> new LinkedHashMap<>())
                    .put(page.page().id(), Map.of("text", text.toString()));
        }
        for (var set : bySet.entrySet()) {
            JsonMapper.shared().writeValue(out.resolve(set.getKey() + ".json"), set.getValue());
        }
    }
}
