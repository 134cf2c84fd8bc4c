package org.copyflow.formats.html.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    private static final long LEAF = Long.MIN_VALUE;
    private static final int FEATURE_SHIFT = Float.SIZE;
    private static final int STEP_SHIFT = FEATURE_SHIFT + Short.SIZE;

    private final int[] roots;
    /// Each in one number, so that one look at memory is enough: the bits of its threshold or value, its feature, and
    /// how many nodes further the one stands to which a value goes that is not below the threshold.
    private final long[] nodes;

    private TreeModel(int[] roots, long[] nodes) {
        this.roots = roots;
        this.nodes = nodes;
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
            int at = roots[tree];
            long node = nodes[at];
            while (node >= 0) {
                float value = row[(int) (node >>> FEATURE_SHIFT) & 0xFFFF];
                at = value < number(node) ? at + 1 : at + (int) (node >>> STEP_SHIFT);
                node = nodes[at];
            }
            sum += number(node);
            if (sum < HOPELESS && tree >= ASKED_TREES) {
                return IMPROBABLE;
            }
        }
        return (float) (1 / (1 + Math.exp(-sum)));
    }

    private static float number(long node) {
        return Float.intBitsToFloat((int) node);
    }

    public static float logOdds(float probability) {
        double p = Math.clamp(probability, LEAST, 1 - LEAST);
        return (float) Math.log(p / (1 - p));
    }

    private static final class Parser {
        private final String[] lines;
        private final long[] nodes;
        private int size;

        Parser(String text) {
            lines = text.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toArray(String[]::new);
            nodes = new long[new StringTokenizer(text).countTokens()];
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
            return new TreeModel(roots, Arrays.copyOf(nodes, size));
        }

        private void node(StringTokenizer tokens) {
            if (!tokens.hasMoreTokens()) {
                throw new IllegalArgumentException("a tree ends before its last leaf");
            }
            String first = tokens.nextToken();
            int at = size++;
            long number = Float.floatToRawIntBits(Float.parseFloat(tokens.nextToken())) & 0xFFFF_FFFFL;
            if (first.equals("=")) {
                nodes[at] = LEAF | number;
                return;
            }
            node(tokens);
            int step = size - at;
            if (step > Short.MAX_VALUE) {
                throw new IllegalArgumentException("a subtree of " + step + " nodes is too large for this form");
            }
            nodes[at] = (long) step << STEP_SHIFT | (long) Short.parseShort(first) << FEATURE_SHIFT | number;
            node(tokens);
        }
    }
}
