package org.copyflow.benchmarks.extraction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Grows one regression tree over binned features.
final class TreeGrower {

    private static final int BINS = 64;
    private static final int SUMS = 2;
    private static final int[] NO_ROWS = {};
    private static final double[] NO_SUMS = {};

    /// A row goes left where its bin is at most `bin`.
    static final class Node {
        int feature = -1;
        int bin;
        double gain;
        double value;
        int[] rows = NO_ROWS;
        double[] sums = NO_SUMS;

        @Nullable
        Node left;

        @Nullable
        Node right;

        double valueOf(BinnedRows data, int row) {
            Node node = this;
            while (node.left != null && node.right != null) {
                node = data.columns[node.feature][row] <= node.bin ? node.left : node.right;
            }
            return node.value;
        }
    }

    private final BinnedRows data;
    private final double[] gradients;
    private final double[] hessians;
    private final int[] features;
    private double penalty;

    TreeGrower(BinnedRows data, double[] gradients, double[] hessians, int[] features) {
        this.data = data;
        this.gradients = gradients;
        this.hessians = hessians;
        this.features = features;
    }

    Node grow(int[] rows, int leaves, double leafPenalty) {
        penalty = leafPenalty;
        var root = new Node();
        root.rows = rows;
        root.sums = sums(rows);
        choose(root);
        var open = new PriorityQueue<Node>(Comparator.comparingDouble((Node n) -> -n.gain));
        open.add(root);
        for (int count = 1; count < leaves && !open.isEmpty(); count++) {
            Node node = open.poll();
            if (node.gain <= 1e-6) {
                break;
            }
            split(node);
            if (node.left != null && node.right != null) {
                open.add(node.left);
                open.add(node.right);
            }
        }
        return root;
    }

    private double[] sums(int[] rows) {
        var sums = new double[features.length * BINS * SUMS];
        for (int f = 0; f < features.length; f++) {
            byte[] column = data.columns[features[f]];
            int base = f * BINS * SUMS;
            for (int row : rows) {
                int at = base + column[row] * SUMS;
                sums[at] += gradients[row];
                sums[at + 1] += hessians[row];
            }
        }
        return sums;
    }

    private void choose(Node node) {
        double gradient = 0;
        double hessian = 0;
        for (int bin = 0; bin < BINS && features.length > 0; bin++) {
            gradient += node.sums[bin * SUMS];
            hessian += node.sums[bin * SUMS + 1];
        }
        node.value = gradient / (hessian + penalty);
        double whole = gradient * gradient / (hessian + penalty);
        for (int f = 0; f < features.length; f++) {
            double left = 0;
            double leftHessian = 0;
            for (int bin = 0; bin < data.starts[features[f]].length; bin++) {
                int at = (f * BINS + bin) * SUMS;
                left += node.sums[at];
                leftHessian += node.sums[at + 1];
                double right = gradient - left;
                double rightHessian = hessian - leftHessian;
                double gain = leftHessian < penalty || rightHessian < penalty
                        ? 0
                        : left * left / (leftHessian + penalty) + right * right / (rightHessian + penalty) - whole;
                if (gain > node.gain) {
                    node.gain = gain;
                    node.feature = features[f];
                    node.bin = bin;
                }
            }
        }
    }

    private void split(Node node) {
        byte[] column = data.columns[node.feature];
        var left = new int[node.rows.length];
        var right = new int[node.rows.length];
        int lefts = 0;
        int rights = 0;
        for (int row : node.rows) {
            if (column[row] <= node.bin) {
                left[lefts++] = row;
            } else {
                right[rights++] = row;
            }
        }
        var l = new Node();
        var r = new Node();
        l.rows = Arrays.copyOf(left, lefts);
        r.rows = Arrays.copyOf(right, rights);
        Node small = lefts < rights ? l : r;
        Node large = lefts < rights ? r : l;
        double[] smallSums = sums(small.rows);
        double[] largeSums = node.sums;
        for (int i = 0; i < largeSums.length; i++) {
            largeSums[i] -= smallSums[i];
        }
        small.sums = smallSums;
        large.sums = largeSums;
        choose(l);
        choose(r);
        node.left = l;
        node.right = r;
        node.rows = NO_ROWS;
    }
}
