package org.copyflow.formats.html.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/// Gradient-boosted decision trees for one yes-or-no question. Immutable.
///
/// Its text form is one line a tree, nodes in preorder: `feature threshold` where a value below the threshold goes to
/// the node that follows and any other to the one after that node's subtree, `= value` for a leaf. The sum of the
/// leaves is the log of the odds.
public final class TreeModel {

    private static final double LEAST = 1e-4;
    /// Where the log of the odds is below this after so many trees, the others are not asked: what most blocks of a
    /// page are, menus and teasers, is plain from the first trees.
    private static final float HOPELESS = -3.5f;

    private static final int ASKED_TREES = 24;
    private static final float IMPROBABLE = 0.004f;

    private final int[] roots;
    private final short[] features;
    private final float[] values;
    private final int[] otherwise;

    private TreeModel(int[] roots, short[] features, float[] values, int[] otherwise) {
        this.roots = roots;
        this.features = features;
        this.values = values;
        this.otherwise = otherwise;
    }

    /// @param text the text form; lines that begin with `#` are remarks
    /// @throws IllegalArgumentException where it is not of that form
    public static TreeModel parse(String text) {
        return new Parser(text).parse();
    }

    static TreeModel ofResource(String resource) {
        try (var stream = TreeModel.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the model " + resource + " is missing beside " + TreeModel.class);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + resource, e);
        }
    }

    /// The probability of yes.
    public float probability(float[] row) {
        return probability(row, 0);
    }

    /// The probability of yes where the log of the odds is known to begin with.
    public float probability(float[] row, float logOdds) {
        float sum = logOdds;
        for (int tree = 0; tree < roots.length; tree++) {
            int node = roots[tree];
            for (int feature = features[node]; feature >= 0; feature = features[node]) {
                node = row[feature] < values[node] ? node + 1 : otherwise[node];
            }
            sum += values[node];
            if (sum < HOPELESS && tree >= ASKED_TREES) {
                return IMPROBABLE;
            }
        }
        return (float) (1 / (1 + Math.exp(-sum)));
    }

    /// The probability of each row.
    public float[] probabilities(float[][] rows) {
        var probabilities = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = probability(rows[i]);
        }
        return probabilities;
    }

    public static float logOdds(float probability) {
        double p = Math.clamp(probability, LEAST, 1 - LEAST);
        return (float) Math.log(p / (1 - p));
    }

    private static final class Parser {
        private final String[] lines;
        private final short[] features;
        private final float[] values;
        private final int[] otherwise;
        private int size;

        Parser(String text) {
            lines = text.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toArray(String[]::new);
            int tokens = new StringTokenizer(text).countTokens();
            features = new short[tokens];
            values = new float[tokens];
            otherwise = new int[tokens];
        }

        TreeModel parse() {
            var roots = new int[lines.length];
            for (int i = 0; i < lines.length; i++) {
                roots[i] = size;
                var tokens = new StringTokenizer(lines[i]);
                node(tokens);
                if (tokens.hasMoreTokens()) {
                    throw new IllegalArgumentException("tree " + i + " goes on after its end: " + tokens.nextToken());
                }
            }
            return new TreeModel(roots, features, values, otherwise);
        }

        private void node(StringTokenizer tokens) {
            if (!tokens.hasMoreTokens()) {
                throw new IllegalArgumentException("a tree ends before its last leaf");
            }
            String first = tokens.nextToken();
            int node = size++;
            values[node] = Float.parseFloat(tokens.nextToken());
            if (first.equals("=")) {
                features[node] = -1;
            } else {
                features[node] = Short.parseShort(first);
                node(tokens);
                otherwise[node] = size;
                node(tokens);
            }
        }
    }
}
